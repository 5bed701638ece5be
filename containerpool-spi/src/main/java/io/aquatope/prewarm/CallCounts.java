/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

/**
 * How often a level of concurrency was reached in the last windows in which it was reached at all,
 * and what that tells of the rest of a window.
 *
 * <p>Within a window calls are taken to come independently of each other with distribution F of the
 * {@link Phase}. Then j calls in the part of the window up to F have, if there are n in all, the
 * likelihood {@code C(n, j) F^j (1 - F)^(n - j)}, and Bayes' rule gives the mean of what is to
 * come, {@code E[n - j | j]}. The prior of n: none with probability 1 - p, where p is the forecast;
 * else one of the counts of the last windows, recent ones more likely, or, with a small
 * probability, a geometric distribution of their mean, for which the posterior mean is {@code (1 +
 * j) / (b + F) (1 - F)} with {@code b = 1 / mean}.
 */
final class CallCounts {

  private static final int MEMORY = 8;
  private static final double FADE = 0.85;
  private static final double SURPRISE = 0.2;

  private final int[] counts = new int[MEMORY];
  private int seen;

  /** A window closed in which the level was reached so many times, at least once. */
  void add(int count) {
    counts[seen++ % MEMORY] = count;
  }

  /**
   * How many calls are to be expected in the rest of the window.
   *
   * @param probability that the level is reached in the window, as forecast before it began
   * @param came how often it has been reached so far
   * @param passed the probability that a call comes in the part of the window that has passed
   */
  double remaining(double probability, int came, double passed) {
    double ahead = 1 - passed;
    double weight = came == 0 ? 1 - probability : 0;
    double sum = 0;
    int known = Math.min(seen, MEMORY);
    double mean = 0;
    double total = 0;
    for (int age = 1; age <= known; age++) {
      total += Math.pow(FADE, age);
    }
    double surprise = known == 0 ? 1 : SURPRISE;
    for (int age = 1; age <= known; age++) {
      int count = counts[(seen - age) % MEMORY];
      double prior = Math.pow(FADE, age) / total;
      mean += prior * count;
      if (count >= came) {
        double posterior =
            probability * (1 - surprise) * prior * Binomials.probability(count, came, passed);
        weight += posterior;
        sum += posterior * (count - came);
      }
    }
    double rate = 1 / Math.max(1, mean);
    double posterior =
        probability * surprise * rate / (rate + passed) * Math.pow(passed / (rate + passed), came);
    weight += posterior;
    sum += posterior * (1 + came) / (rate + passed) * ahead;
    return weight > 0 ? sum / weight : (1 + came) / (rate + passed) * ahead;
  }
}
