/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Task and effort of a {@link ConstrainedOptimizer}.
 *
 * @param constraintBound greatest permitted value of the constraint's quantile
 * @param quantile level of that quantile, within (0, 1); 0.5 bounds the median
 * @param objectiveTransform scale on which the objective is modelled
 * @param constraintTransform scale on which the constraint is modelled
 * @param safety least probability of meeting the constraint that a proposal after the initial ones
 *     may have; 0 for free exploration
 * @param initialPoints quasi-random points before the models are used
 * @param samples quasi-Monte-Carlo samples of the acquisition
 * @param rawPoints points that are scored to find starts
 * @param starts local searches for each proposal
 * @param searchIterations of each local search
 * @param stopImprovement expected improvement, in standard deviations of the objective, below which
 *     a round counts as quiet
 */
public record OptimizerSettings(
    double constraintBound,
    double quantile,
    OutputTransform objectiveTransform,
    OutputTransform constraintTransform,
    double safety,
    int initialPoints,
    int samples,
    int rawPoints,
    int starts,
    int searchIterations,
    double stopImprovement) {

  /** Quiet rounds after which the search counts as converged. */
  static final int STOP_ROUNDS = 3;

  /** Free exploration on linear scales, starting with about 2(d+1) points. */
  public static OptimizerSettings standard(double constraintBound, int initialPoints) {
    return new OptimizerSettings(
        constraintBound,
        0.5,
        OutputTransform.LINEAR,
        OutputTransform.LINEAR,
        0,
        initialPoints,
        64,
        128,
        3,
        20,
        1e-3);
  }

  /** Settings for cost under a latency quantile: both on logarithmic scales. */
  public static OptimizerSettings costUnderLatency(
      double qosSeconds, double quantile, int initialPoints) {
    OptimizerSettings s = standard(qosSeconds, initialPoints);
    return new OptimizerSettings(
        qosSeconds,
        quantile,
        OutputTransform.LOGARITHMIC,
        OutputTransform.LOGARITHMIC,
        s.safety,
        initialPoints,
        s.samples,
        s.rawPoints,
        s.starts,
        s.searchIterations,
        s.stopImprovement);
  }

  /** A copy that proposes only points that meet the constraint with at least this probability. */
  public OptimizerSettings withSafety(double probability) {
    return new OptimizerSettings(
        constraintBound,
        quantile,
        objectiveTransform,
        constraintTransform,
        probability,
        initialPoints,
        samples,
        rawPoints,
        starts,
        searchIterations,
        stopImprovement);
  }

  double quantileFactor() {
    return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(quantile);
  }
}
