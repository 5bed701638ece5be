/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import java.util.SplittableRandom;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.FastMath;

/**
 * Variates of the standard normal and the standard exponential distribution, by the inverse of the
 * distribution function.
 *
 * <p>The same seed gives the same variates on every JVM: the JDK specifies the bits of {@link
 * SplittableRandom#nextLong()}, but not the method behind its own normal and exponential variates,
 * which Java 11 lacks. Commons Math computes the functions in plain Java.
 */
public final class RandomVariates {

  private static final int UNUSED_BITS = 12;
  private static final double STEP = 0x1p-52;

  private RandomVariates() {}

  /** A variate with mean 0 and deviation 1. Its magnitude is at most 8.3. */
  public static double normal(SplittableRandom random) {
    return normalQuantile(level(random.nextLong()));
  }

  /** A variate with mean 1. It is above 0 and at most 36.8. */
  public static double exponential(SplittableRandom random) {
    return exponentialQuantile(level(random.nextLong()));
  }

  /**
   * The middle of one of 2^52 equal parts of (0, 1). Each middle is a double, so neither 0 nor 1
   * occurs, and {@code 1 - level} is exact.
   */
  static double level(long bits) {
    return ((bits >>> UNUSED_BITS) + 0.5) * STEP;
  }

  static double normalQuantile(double level) {
    return FastMath.sqrt(2) * Erf.erfInv(2 * level - 1);
  }

  static double exponentialQuantile(double level) {
    return -FastMath.log(1 - level);
  }
}
