/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import java.util.SplittableRandom;

/**
 * Forecast of demand D, a whole number of containers at or above zero, as a distribution. Every
 * method is finite; {@link #quantile} is monotone in its level.
 */
public sealed interface PredictiveDistribution permits GridDistribution, NegativeBinomial {

  /** E[D], in containers. */
  double mean();

  /** Var[D], in containers squared. */
  double variance();

  /** P(D &lt;= demand); zero below zero. */
  double cumulative(long demand);

  /**
   * The smallest demand k with P(D &lt;= k) &gt;= level.
   *
   * @param level in (0, 1)
   */
  long quantile(double level);

  /** P(D &gt;= demand): the probability that the demand-th ready container is needed. */
  default double atLeast(long demand) {
    return 1 - cumulative(demand - 1);
  }

  /** P(D = demand). */
  default double probability(long demand) {
    return Math.max(0, cumulative(demand) - cumulative(demand - 1));
  }

  /** One draw of D, by inversion. */
  default long sample(SplittableRandom random) {
    return quantile(random.nextDouble(Double.MIN_NORMAL, 1));
  }
}
