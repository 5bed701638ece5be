/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

/**
 * Constraint of a {@link ConstrainedOptimizer} and effort of its search.
 *
 * @param constraintBound greatest permitted mean of the constraint
 * @param initialPoints quasi-random points before the models are asked
 * @param samples quasi-Monte-Carlo samples of the acquisition
 * @param rawPoints points that are scored to find starts
 * @param starts local searches for each proposal
 * @param searchIterations iterations of each local search
 */
public record OptimizerSettings(
    double constraintBound,
    int initialPoints,
    int samples,
    int rawPoints,
    int starts,
    int searchIterations) {

  /** Usual effort; 2(d+1) points are about the right number of initial ones. */
  public static OptimizerSettings standard(double constraintBound, int initialPoints) {
    return new OptimizerSettings(constraintBound, initialPoints, 64, 128, 3, 20);
  }
}
