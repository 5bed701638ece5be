/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/** Percentiles of a sample: the middle and the upper end. */
public final class SamplePercentiles {

  private SamplePercentiles() {}

  /** Percentiles over seeds. */
  public record OverSeeds(double median, double p90) {
    static OverSeeds of(List<Double> values) {
      return new OverSeeds(percentile(values, 50), percentile(values, 90));
    }
  }

  /** Percentiles of times. */
  public record OfTimes(double p50, double p99) {
    static OfTimes of(List<Double> values) {
      return new OfTimes(percentile(values, 50), percentile(values, 99));
    }
  }

  private static double percentile(List<Double> values, double level) {
    return of(values.stream().mapToDouble(Double::doubleValue).toArray(), level);
  }

  /** The percentile at {@code level} within (0, 100]. */
  static double of(double[] values, double level) {
    return new Percentile(level).evaluate(values);
  }
}
