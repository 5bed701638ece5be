/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import io.aquatope.models.distribution.CategoricalDistribution;
import io.aquatope.models.gp.GaussianPosterior;
import java.util.Optional;

/**
 * Beliefs about one stage. They consist of a mixture of Gaussian processes for the log of each
 * candidate's typical latency, which differ in their means and share one covariance; the variation
 * of single runs around it; and the probability of failure.
 *
 * @param components probability of each component of the mixture
 * @param means for each component the mean log seconds of each candidate
 * @param residual joint distribution of the deviations from the component's mean
 * @param variation of single runs around the typical one
 * @param calm the same without runs that took three times as long, if there were any
 * @param failure probability of failure of each candidate
 */
@SuppressWarnings("ArrayRecordComponent") // handed out once, to its only owner
public record StagePrediction(
    CategoricalDistribution components,
    double[][] means,
    GaussianPosterior residual,
    RunVariation variation,
    Optional<RunVariation> calm,
    double[] failure) {

  public int size() {
    return failure.length;
  }

  /** A copy in which no future run takes three times as long. */
  public StagePrediction whenCalm() {
    return new StagePrediction(
        components, means, residual, calm.orElse(variation), Optional.empty(), failure);
  }

  /** Standard deviation of a candidate's typical log latency within a component. */
  public double deviation(int candidate) {
    return Math.sqrt(residual.variance(candidate));
  }

  /** Expected seconds of a run that does not fail. */
  public double expectedSeconds(int candidate) {
    double sum = 0;
    for (int k = 0; k < components.size(); k++) {
      sum += components.probability(k) * Math.exp(means[k][candidate]);
    }
    return expectedSeconds(candidate, sum * Math.exp(0.5 * residual.variance(candidate)));
  }

  /** The same if the typical seconds were known. */
  public double expectedSeconds(int candidate, double typical) {
    return variation.expectedSeconds(candidate, typical);
  }

  /** Comparison of a run's log latency, without a start, with its prediction. */
  ChangeTest surprise(int candidate, double logSeconds) {
    double mean = mean(candidate);
    return new ChangeTest(
        logSeconds - mean,
        Math.sqrt(variance(candidate, mean)),
        variation.frequency().mean(candidate));
  }

  private double mean(int candidate) {
    double mean = 0;
    for (int k = 0; k < components.size(); k++) {
      mean += components.probability(k) * means[k][candidate];
    }
    return mean;
  }

  private double variance(int candidate, double mean) {
    double scale = variation.scatter().scale();
    double variance = residual.variance(candidate) + scale * scale;
    for (int k = 0; k < components.size(); k++) {
      double deviation = means[k][candidate] - mean;
      variance += components.probability(k) * deviation * deviation;
    }
    return variance;
  }
}
