/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

/**
 * One input of the optimised function.
 *
 * @param lower least value
 * @param upper greatest value, above {@code lower}
 * @param step distance of the values that may be proposed, counted from {@code lower}; zero for a
 *     continuous input
 * @param logarithmic whether the model sees the logarithm, for inputs whose ratios matter; then
 *     {@code lower} is positive
 */
public record SearchDimension(double lower, double upper, double step, boolean logarithmic) {

  public SearchDimension {
    if (!(lower < upper) || !(step >= 0) || (logarithmic && !(lower > 0))) {
      throw new IllegalArgumentException(
          "expected lower < upper, step >= 0 and, if logarithmic, lower > 0; got %s, %s, %s"
              .formatted(lower, upper, step));
    }
  }

  public static SearchDimension continuous(double lower, double upper) {
    return new SearchDimension(lower, upper, 0, false);
  }

  public static SearchDimension stepped(double lower, double upper, double step) {
    return new SearchDimension(lower, upper, step, false);
  }

  /** The value's place in the unit interval. */
  double toUnit(double value) {
    return logarithmic
        ? Math.log(value / lower) / Math.log(upper / lower)
        : (value - lower) / (upper - lower);
  }

  /** The permitted value nearest to a place in the unit interval. */
  double fromUnit(double unit) {
    double value =
        logarithmic ? lower * Math.pow(upper / lower, unit) : lower + unit * (upper - lower);
    if (step > 0) {
      value = lower + Math.rint((value - lower) / step) * step;
      value = value > upper * (1 + 1e-12) ? value - step : value;
    }
    return Math.min(upper, Math.max(lower, value));
  }
}
