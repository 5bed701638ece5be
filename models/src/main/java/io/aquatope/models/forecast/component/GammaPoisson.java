/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.NegativeBinomial;

/**
 * Poisson demand whose rate has a Gamma(a, b) prior. Observations are forgotten at a fixed
 * half-life. The predictive distribution is the closed-form negative binomial with shape a + S and
 * mean (a + S) / (b + N), where S and N are the discounted sum and number of demands.
 */
public final class GammaPoisson implements DemandComponent {

  private static final double PRIOR_SHAPE = 0.1;
  private static final double PRIOR_WINDOWS = 0.5;

  private final double keep;
  private double sum;
  private double number;

  /**
   * @param halfLife windows after which an observation counts half
   */
  public GammaPoisson(double halfLife) {
    this.keep = Math.pow(0.5, 1 / halfLife);
  }

  @Override
  public void observe(DemandHistory history) {
    sum = sum * keep + history.newestPeak();
    number = number * keep + 1;
  }

  @Override
  public void write(DemandHistory history, StateWriter out) {
    out.doubleOf(sum).doubleOf(number);
  }

  @Override
  public void read(DemandHistory history, StateReader in) {
    sum = in.doubleOf();
    number = in.doubleOf();
  }

  @Override
  public void predict(DemandHistory history, int step, double[] mass) {
    double shape = PRIOR_SHAPE + sum;
    new NegativeBinomial(shape / (PRIOR_WINDOWS + number), shape).addTo(mass, 1);
  }
}
