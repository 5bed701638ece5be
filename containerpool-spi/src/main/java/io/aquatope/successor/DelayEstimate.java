/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/**
 * The delay between two calls as a log-normal distribution, learnt online in three numbers.
 *
 * <p>With {@code n} delays, forgotten exponentially (West, "Updating mean and variance estimates",
 * CACM 1979), of mean {@code m} and squared deviation {@code S} in logarithm, the next one is
 * predicted with mean {@code m} and variance {@code (n₀ v₀ + S) / (n₀ + n) · (1 + 1/n)}: that of a
 * conjugate prior worth {@code n₀} delays of variance {@code v₀}, so that the first delay does not
 * pass for the only possible one.
 *
 * <p>A delay that is farther from the mean than {@value #FAR} predicted deviations counts as one
 * that is just so far: one that is a thousand times as long widens the distribution a little, and a
 * pace that has changed is followed within a few delays, as each of them widens it.
 */
final class DelayEstimate {

  private static final double PRIOR_WEIGHT = 2;

  /** Run times of one function are mostly within a factor of two. */
  private static final double PRIOR_VARIANCE = 0.25;

  /** 98% of delays are between the earliest and the latest one. */
  private static final double EDGE = 2.326;

  /** Of delays that keep their distribution, one in 16,000 is as far from the mean. */
  private static final double FAR = 4;

  /** Below what a clock of milliseconds tells apart, delays are the same. */
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

  /** As if so many delays had been learnt that were around one. */
  static DelayEstimate around(long micros, double weight) {
    DelayEstimate delay = new DelayEstimate(Long.MAX_VALUE);
    delay.weight = weight - 1;
    delay.mean = Math.log((double) Math.max(micros, SHORTEST_MICROS));
    delay.squares = PRIOR_VARIANCE * weight;
    delay.observe(micros, 1);
    return delay;
  }

  /** How many delays this rests on; old ones count less. */
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

  /** Before this delay, hardly any call comes; in microseconds. */
  long earliestMicros() {
    return earliestMicros;
  }

  /** After this delay, hardly any call comes; in microseconds. */
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
