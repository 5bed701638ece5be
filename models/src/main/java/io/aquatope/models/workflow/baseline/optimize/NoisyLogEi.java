/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import io.aquatope.models.gp.DifferentiableFunction;
import java.util.Arrays;

/**
 * Noisy log expected improvement with feasibility, by quasi-Monte-Carlo: in each joint sample of
 * objective f and constraint g at the base points (observed and pending ones), the incumbent is the
 * least feasible f. The value of x is {@code log mean_s [ τ softplus((incumbent_s - f_s(x)) / τ)
 * sigmoid(-g_s(x) / η) ]}, where the two factors are smooth forms of improvement and feasibility.
 * If no base point is feasible, the incumbent is the worst f plus a standard deviation, so that
 * feasibility decides. Sources: Letham et al., "Constrained Bayesian Optimization with Noisy
 * Experiments", 2019; Ament et al., NeurIPS 2023.
 *
 * <p>As a {@link DifferentiableFunction} it is the negative, for minimisation over the unit cube.
 */
final class NoisyLogEi implements DifferentiableFunction {

  private static final double IMPROVEMENT_SCALE = 0.001;
  private static final double FEASIBILITY_SCALE = 0.001;

  private final OutcomeSampler objective;
  private final OutcomeSampler constraint;
  private final double bound;
  private final double[] incumbents;

  /**
   * An acquisition for a minimised objective and a constraint that is met up to {@code bound}, both
   * in the units of their processes, whose outputs are about one in scale.
   */
  NoisyLogEi(OutcomeSampler objective, OutcomeSampler constraint, double bound) {
    this.objective = objective;
    this.constraint = constraint;
    this.bound = bound;
    double[][] f = objective.baseSamples();
    double[][] g = constraint.baseSamples();
    incumbents = new double[f.length];
    for (int s = 0; s < f.length; s++) {
      double least = Double.POSITIVE_INFINITY;
      double greatest = Double.NEGATIVE_INFINITY;
      for (int b = 0; b < f[s].length; b++) {
        least = g[s][b] <= bound ? Math.min(least, f[s][b]) : least;
        greatest = Math.max(greatest, f[s][b]);
      }
      incumbents[s] = Double.isInfinite(least) ? greatest + 1 : least;
    }
  }

  /** Mean over the samples of the incumbent objective. */
  double meanIncumbent() {
    return Arrays.stream(incumbents).average().orElseThrow();
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    OutcomeSampler.At f = objective.new At(x);
    OutcomeSampler.At g = constraint.new At(x);
    int samples = incumbents.length;
    double[] logValues = new double[samples];
    double[] byObjective = new double[samples];
    double[] byConstraint = new double[samples];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < samples; s++) {
      double t = (incumbents[s] - f.sample(s)) / IMPROVEMENT_SCALE;
      double slack = (bound - g.sample(s)) / FEASIBILITY_SCALE;
      double softplus = softplus(t);
      double logSoftplus = t < -30 ? t : Math.log(softplus);
      logValues[s] = logSoftplus - softplus(-slack);
      byObjective[s] = -(t < -30 ? 1 : sigmoid(t) / softplus) / IMPROVEMENT_SCALE;
      byConstraint[s] = -sigmoid(-slack) / FEASIBILITY_SCALE;
      greatest = Math.max(greatest, logValues[s]);
    }
    double total = 0;
    for (int s = 0; s < samples; s++) {
      logValues[s] = Math.exp(logValues[s] - greatest);
      total += logValues[s];
    }
    for (int s = 0; s < samples; s++) {
      double share = logValues[s] / total;
      byObjective[s] *= -share;
      byConstraint[s] *= -share;
    }
    Arrays.fill(gradient, 0);
    f.addGradient(byObjective, gradient);
    g.addGradient(byConstraint, gradient);
    return -(greatest + Math.log(total / samples * IMPROVEMENT_SCALE));
  }

  private static double softplus(double t) {
    return t > 30 ? t : Math.log1p(Math.exp(t));
  }

  private static double sigmoid(double t) {
    return t >= 0 ? 1 / (1 + Math.exp(-t)) : Math.exp(t) / (1 + Math.exp(t));
  }
}
