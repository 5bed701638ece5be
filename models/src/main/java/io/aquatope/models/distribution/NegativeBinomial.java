/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Negative binomial demand: a Poisson count whose rate is Gamma distributed.
 *
 * <pre>P(D = k) = C(k + r - 1, k) (r / (r + m))^r (m / (r + m))^k</pre>
 *
 * with mean m and shape r, so Var[D] = m + m^2 / r. An infinite shape is the Poisson distribution.
 *
 * @param mean m &gt; 0, in containers
 * @param shape r &gt; 0; small is bursty
 */
public record NegativeBinomial(double mean, double shape) implements PredictiveDistribution {

  /** Above this mean the mass on the grid comes from a Gamma approximation, below it is exact. */
  private static final double LARGE = 64;

  public NegativeBinomial {
    if (!(mean > 0 && mean < Double.POSITIVE_INFINITY && shape > 0)) {
      throw new IllegalArgumentException(
          "expected a positive finite mean and a positive shape, got " + mean + " and " + shape);
    }
  }

  @Override
  public double variance() {
    return mean + mean * mean / shape;
  }

  @Override
  public double cumulative(long demand) {
    if (demand < 0) {
      return 0;
    }
    return Double.isInfinite(shape)
        ? Gamma.regularizedGammaQ(demand + 1.0, mean)
        : Beta.regularizedBeta(shape / (shape + mean), shape, demand + 1.0);
  }

  @Override
  public double probability(long demand) {
    if (demand < 0) {
      return 0;
    }
    if (Double.isInfinite(shape)) {
      return Math.exp(demand * Math.log(mean) - mean - Gamma.logGamma(demand + 1.0));
    }
    return Math.exp(
        Gamma.logGamma(demand + shape)
            - Gamma.logGamma(shape)
            - Gamma.logGamma(demand + 1.0)
            - shape * Math.log1p(mean / shape)
            - demand * Math.log1p(shape / mean));
  }

  @Override
  public long quantile(double level) {
    long high = 1;
    while (high < Integer.MAX_VALUE && cumulative(high) < level) {
      high *= 2;
    }
    long low = -1;
    while (high - low > 1) {
      long middle = (low + high) >> 1;
      if (cumulative(middle) >= level) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /**
   * Adds {@code weight} times this distribution to a mass over the bins of {@link DemandGrid}, or
   * over the first of them.
   */
  public void addTo(double[] mass, double weight) {
    if (mean > LARGE) {
      addGamma(mass, weight);
    } else {
      addExactly(mass, weight);
    }
  }

  private void addExactly(double[] mass, double weight) {
    boolean poisson = Double.isInfinite(shape);
    double p = Math.exp(poisson ? -mean : -shape * Math.log1p(mean / shape));
    double ratio = poisson ? mean : mean / (shape + mean);
    double remaining = 1;
    int bin = 0;
    for (int k = 0; remaining > 1e-9 && k < 4096; k++) {
      if (DemandGrid.upper(bin) < k && ++bin == mass.length) {
        return;
      }
      mass[bin] += weight * p;
      remaining -= p;
      p *= ratio * (poisson ? 1 / (k + 1.0) : (k + shape) / (k + 1.0));
    }
    mass[bin] += weight * Math.max(0, remaining);
  }

  /**
   * Gamma distribution of the same mean and variance, its distribution function by Wilson and
   * Hilferty (1931): the cube root of a Gamma variate is nearly normal.
   */
  private void addGamma(double[] mass, double weight) {
    double spread = variance() / (9 * mean * mean);
    double below = 0;
    for (int bin = 0; bin < mass.length && below < 1 - 1e-12; bin++) {
      double z = (Math.cbrt((DemandGrid.upper(bin) + 0.5) / mean) - 1 + spread) / Math.sqrt(spread);
      double upTo = bin == DemandGrid.BINS - 1 ? 1 : StandardNormal.cumulative(z);
      mass[bin] += weight * Math.max(0, upTo - below);
      below = Math.max(below, upTo);
    }
  }
}
