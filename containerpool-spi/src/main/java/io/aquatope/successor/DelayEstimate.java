/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/**
 * The delay between two calls as a log-normal distribution, learnt online in three numbers.
 *
 * <p>With {@code n} delays, forgotten exponentially (West, "Updating mean and variance estimates",
 * CACM 1979), of mean {@code m} and squared deviation {@code S} in logarithm, the next one is
 * predicted with mean {@code m} and variance {@code (n₀ v₀ + S) / (n₀ + n) · (1 + 1/n)}: that of a
 * conjugate prior worth {@code n₀} delays of variance {@code v₀}, so that the first delay does not
 * count as the only possible one.
 *
 * <p>A delay that is farther from the mean than {@value #FAR} predicted deviations counts as one at
 * that distance. A delay that is a thousand times as long thus widens the distribution only a
 * little. A permanent change is followed within a few delays, as each of them widens the
 * distribution.
 */
final class DelayEstimate {

  private static final double PRIOR_WEIGHT = 2;

  /** Prior variance: run times of one function are mostly within a factor of two. */
  private static final double PRIOR_VARIANCE = 0.25;

  /** 98% of delays are between the earliest and the latest one. */
  private static final double EDGE = 2.326;

  /** Of delays with a constant distribution, one in 16,000 is as far from the mean. */
  private static final double FAR = 4;

  /**
   * Shortest delay that a clock of milliseconds can distinguish; shorter ones count as this long.
   */
  private static final long SHORTEST_MICROS = 1_000;

  private final double longestMicros;
  private double weight;
  private double mean;
  private double squares;
  private double deviation;
  private long earliestMicros;
  private long latestMicros;

  /**
   * @param longestMicros that can occur
   */
  DelayEstimate(long longestMicros) {
    this.longestMicros = longestMicros;
  }

  /** An estimate as if a number of delays around a value had been learnt. */
  static DelayEstimate around(long micros, double weight) {
    DelayEstimate delay = new DelayEstimate(Long.MAX_VALUE);
    delay.weight = weight - 1;
    delay.mean = Math.log((double) Math.max(micros, SHORTEST_MICROS));
    delay.squares = PRIOR_VARIANCE * weight;
    delay.observe(micros, 1);
    return delay;
  }

  /** Number of delays that the estimate rests on; old ones count less. */
  double weight() {
    return weight;
  }

  /**
   * Learns a delay.
   *
   * @param keep the weight that earlier delays keep, from 0 to 1
   */
  void observe(long micros, double keep) {
    double logarithm = Math.log((double) Math.max(micros, SHORTEST_MICROS));
    double difference = logarithm - mean;
    if (keep * weight > 0 && deviation > 0) {
      difference = Math.max(-FAR * deviation, Math.min(FAR * deviation, difference));
      logarithm = mean + difference;
    }
    weight = keep * weight + 1;
    mean += difference / weight;
    squares = keep * squares + difference * (logarithm - mean);
    double variance = (PRIOR_WEIGHT * PRIOR_VARIANCE + squares) / (PRIOR_WEIGHT + weight);
    deviation = Math.sqrt(variance * (1 + 1 / weight));
    earliestMicros = (long) Math.exp(mean - EDGE * deviation);
    latestMicros = (long) Math.min(longestMicros, Math.exp(mean + EDGE * deviation));
  }

  /** Time before which hardly any call comes, in microseconds. */
  long earliestMicros() {
    return earliestMicros;
  }

  /** Time after which hardly any call comes, in microseconds. */
  long latestMicros() {
    return latestMicros;
  }

  /**
   * The probability of a longer delay. The normal distribution is approximated to 0.00014 by a
   * logistic function (Bowling et al., Journal of Industrial Engineering and Management 2009).
   */
  double exceeds(long micros) {
    if (micros <= earliestMicros) {
      return 1;
    }
    double z = (Math.log((double) micros) - mean) / deviation;
    return 1 / (1 + Math.exp(z * (1.5976 + 0.07056 * z * z)));
  }
}
