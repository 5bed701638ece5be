/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import org.ejml.data.DMatrixRMaj;

/**
 * Joint Gaussian of a function's values at m points.
 *
 * @param means m posterior means
 * @param covariance their m x m covariance
 */
@SuppressWarnings("ArrayRecordComponent") // handed out once, to its only owner
public record GaussianPosterior(double[] means, DMatrixRMaj covariance) {

  public double variance(int i) {
    return Math.max(0, covariance.get(i, i));
  }

  /**
   * Turns standard normal vectors into joint samples.
   *
   * @param normals any number of rows of m independent standard normal values
   * @return as many rows of m function values
   */
  public double[][] samples(double[][] normals) {
    CholeskyFactor factor = CholeskyFactor.of(covariance);
    double[][] samples = new double[normals.length][];
    for (int s = 0; s < normals.length; s++) {
      double[] sample = factor.multiply(normals[s]);
      for (int i = 0; i < sample.length; i++) {
        sample[i] += means[i];
      }
      samples[s] = sample;
    }
    return samples;
  }
}
