/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import com.google.common.base.Preconditions;
import io.aquatope.models.distribution.RandomVariates;
import io.aquatope.trace.TraceFunction;
import java.util.SplittableRandom;

/**
 * Model of the start-up times of containers: the time to create a container, and the time to
 * initialise the function in it.
 *
 * <p>The start-up that an activation waits for is drawn from a log-normal distribution around the
 * mean {@code c} of its function: {@code c exp(s Z - s²/2)}, which has mean {@code c} for every
 * spread {@code s}. {@code Z} depends only on the seed and the number of the activation, so
 * policies are compared on the same draws. Start-ups that no activation waits for (stem cells and
 * prepared containers) take the mean.
 *
 * @param meanMicros from the order to create a container until the function can run in it, for
 *     functions without a measurement in the trace; 0 disables measured ones, too
 * @param initShare the share of that which a stem cell still has to pay: {@code /init}
 * @param spread {@code s}, the standard deviation of the logarithm; 0 for no randomness
 */
public record ColdStart(long meanMicros, double initShare, double spread) {

  /**
   * 0.808 s is the mean that published simulations on the Azure traces use (FeMux, EuroSys 2026).
   * OpenWhisk's own {@code waitTime} and {@code initTime} of Node.js actions have a ratio of about
   * 3 : 1.
   */
  public static final ColdStart DEFAULT = new ColdStart(808_000, 0.25, 0.25);

  static final ColdStart NONE = new ColdStart(0, 0, 0);

  public ColdStart {
    Preconditions.checkArgument(meanMicros >= 0, "a cold start of %s µs", meanMicros);
    Preconditions.checkArgument(
        initShare >= 0 && initShare <= 1, "init share %s, expected 0 to 1", initShare);
    Preconditions.checkArgument(
        spread >= 0 && spread <= 2, "cold start spread %s, expected 0 to 2", spread);
  }

  /** Mean time to create a container and initialise the function in it. */
  long prepareMicros(TraceFunction function) {
    return meanMicros == 0 ? 0 : function.coldStartMicros().orElse(meanMicros);
  }

  /** Mean time to create a container for a function. */
  long createMicros(TraceFunction function) {
    return Math.round(prepareMicros(function) * (1 - initShare));
  }

  /** Time to start a stem cell. */
  long stemCellMicros() {
    return Math.round(meanMicros * (1 - initShare));
  }

  /** Time that an activation waits for a new container. */
  long newContainerMicros(TraceFunction function, long seed, int activation) {
    return Math.round(prepareMicros(function) * factor(seed, activation));
  }

  /** Time that an activation waits for a stem cell to be initialised. */
  long initMicros(TraceFunction function, long seed, int activation) {
    return Math.round(prepareMicros(function) * initShare * factor(seed, activation));
  }

  private double factor(long seed, int activation) {
    if (spread == 0) {
      return 1;
    }
    // Scrambled twice: streams of neighbouring seeds must not overlap.
    long stream = new SplittableRandom(seed).nextLong() + activation;
    double z = RandomVariates.normal(new SplittableRandom(new SplittableRandom(stream).nextLong()));
    return Math.exp(spread * (z - spread / 2));
  }
}
