/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import com.google.common.math.Quantiles;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Run times of a function, given by seven percentiles.
 *
 * <p>Between them the distribution is assumed to be uniform: the inverse of the distribution
 * function is linear from each known percentile to the next one.
 *
 * @param millis run times at {@link #LEVELS}, ascending
 */
record DurationPercentiles(List<Double> millis) {

  /** The percentiles that the Azure Functions 2019 data set has. */
  static final List<Integer> LEVELS = List.of(0, 1, 25, 50, 75, 99, 100);

  private static final double MICROS_PER_MILLI = 1000;

  DurationPercentiles {
    millis = List.copyOf(millis);
  }

  /** One run time, in microseconds. */
  long drawMicros(SplittableRandom random) {
    return Math.round(MICROS_PER_MILLI * quantile(100 * random.nextDouble()));
  }

  /** The run time in milliseconds at a level from 0 to 100. */
  double quantile(double level) {
    int upper = 1;
    while (level > LEVELS.get(upper)) {
      upper++;
    }
    double below = LEVELS.get(upper - 1);
    double share = (level - below) / (LEVELS.get(upper) - below);
    return millis.get(upper - 1) + share * (millis.get(upper) - millis.get(upper - 1));
  }

  /** The percentiles of calls that all take the same time. */
  static DurationPercentiles constant(long micros) {
    return new DurationPercentiles(
        LEVELS.stream().map(level -> micros / MICROS_PER_MILLI).toList());
  }

  /** The percentiles of a typical function: at each level the median over all. */
  static DurationPercentiles median(Collection<DurationPercentiles> all) {
    return new DurationPercentiles(
        IntStream.range(0, LEVELS.size())
            .mapToObj(
                level ->
                    Quantiles.median()
                        .compute(all.stream().map(one -> one.millis.get(level)).toList()))
            .toList());
  }
}
