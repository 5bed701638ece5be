/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

/**
 * Predictions of each observation from all the others.
 *
 * @param means predicted values
 * @param variances their variances, noise included
 * @param residuals observed minus predicted
 */
@SuppressWarnings("ArrayRecordComponent") // handed out once, to its only owner
public record LeaveOneOut(double[] means, double[] variances, double[] residuals) {

  /** Residual of observation {@code i} in standard deviations. */
  public double standardized(int i) {
    return residuals[i] / Math.sqrt(variances[i]);
  }
}
