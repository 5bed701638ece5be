/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

/**
 * One input of the optimised function.
 *
 * @param lower least value
 * @param upper greatest value, above {@code lower}
 */
public record SearchDimension(double lower, double upper) {

  public SearchDimension {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "expected lower < upper; got %s, %s".formatted(lower, upper));
    }
  }

  /** The value's place in the unit interval. */
  double toUnit(double value) {
    return (value - lower) / (upper - lower);
  }

  /** The value at a place in the unit interval. */
  double fromUnit(double unit) {
    return Math.min(upper, Math.max(lower, lower + unit * (upper - lower)));
  }
}
