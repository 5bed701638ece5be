/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * A figure over all workflows and seeds with its 95 % confidence interval by the two-stage
 * bootstrap: workflows are drawn with replacement, and then the seeds of each (Davison and Hinkley,
 * 1997, section 3.8). The interval therefore applies to workflows like these, not only to these.
 */
@JsonPropertyOrder({"value", "low", "high"})
public record SuiteEstimate(double value, double low, double high) {

  private static final int RESAMPLES = 1000;
  private static final long SEED = 97;

  /**
   * Estimates a statistic.
   *
   * @param samples for each workflow one value for each seed
   * @param statistic of all values together
   */
  static SuiteEstimate of(List<double[]> samples, ToDoubleFunction<double[]> statistic) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] resampled = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      resampled[i] =
          statistic.applyAsDouble(
              samples.stream()
                  .map(s -> samples.get(random.nextInt(samples.size())))
                  .flatMapToDouble(
                      seeds -> Arrays.stream(seeds).map(v -> seeds[random.nextInt(seeds.length)]))
                  .toArray());
    }
    return new SuiteEstimate(
        statistic.applyAsDouble(samples.stream().flatMapToDouble(Arrays::stream).toArray()),
        SamplePercentiles.of(resampled, 2.5),
        SamplePercentiles.of(resampled, 97.5));
  }
}
