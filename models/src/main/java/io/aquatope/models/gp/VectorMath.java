/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

/** Operations on vectors that are plain arrays. */
public final class VectorMath {

  private VectorMath() {}

  /** Returns the dot product over the coordinates of {@code a}; {@code b} has at least as many. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
