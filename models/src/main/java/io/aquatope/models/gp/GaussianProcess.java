/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import org.ejml.data.DMatrixRMaj;

/**
 * Exact Gaussian-process regression with fixed hyper-parameters: {@code y = m + f(x) + e}, f with
 * covariance k, e independent with variance {@code noiseVariance + knownNoise}. Immutable; adding a
 * point costs O(n²). Source: Rasmussen and Williams, alg. 2.1 and section 5.4.2.
 *
 * <p>Means and variances are those of the noise-free f.
 */
public final class GaussianProcess {

  private final Kernel kernel;
  private final double noiseVariance;
  private final double mean;
  private final TrainingSet data;
  private final CholeskyFactor factor;
  private final double[] alpha;

  private GaussianProcess(
      Kernel kernel, double noiseVariance, double mean, TrainingSet data, CholeskyFactor factor) {
    this.kernel = kernel;
    this.noiseVariance = noiseVariance;
    this.mean = mean;
    this.data = data;
    this.factor = factor;
    double[] centred = new double[data.size()];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = data.output(i) - mean;
    }
    alpha = factor.solve(centred);
  }

  /** The process conditioned on {@code data}, in O(n³). */
  public static GaussianProcess of(
      Kernel kernel, double noiseVariance, double mean, TrainingSet data) {
    int n = data.size();
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double value = kernel.value(data.input(i), data.input(j));
        covariance.unsafe_set(i, j, value);
        covariance.unsafe_set(j, i, value);
      }
      covariance.unsafe_set(
          i, i, kernel.value(data.input(i), data.input(i)) + noiseVariance + data.knownNoise(i));
    }
    return new GaussianProcess(kernel, noiseVariance, mean, data, CholeskyFactor.of(covariance));
  }

  /** This process with one more observation, in O(n²), hyper-parameters unchanged. */
  public GaussianProcess with(double[] input, double output, double knownNoise) {
    double diagonal = kernel.value(input, input) + noiseVariance + knownNoise;
    return new GaussianProcess(
        kernel,
        noiseVariance,
        mean,
        data.with(input, output, knownNoise),
        factor.extended(covariances(input), diagonal));
  }

  public Kernel kernel() {
    return kernel;
  }

  /** The learnt part of the noise variance. */
  public double noiseVariance() {
    return noiseVariance;
  }

  /** The constant prior mean m. */
  public double priorMean() {
    return mean;
  }

  public int size() {
    return data.size();
  }

  /** The i-th training input. */
  public double[] input(int i) {
    return data.input(i).clone();
  }

  /** k(x, x_i) for all training points. */
  public double[] covariances(double[] x) {
    double[] k = new double[data.size()];
    for (int i = 0; i < k.length; i++) {
      k[i] = kernel.value(x, data.input(i));
    }
    return k;
  }

  /** Overwrites {@code b} with K⁻¹ b, K the covariance of the noisy observations. */
  public double[] solve(double[] b) {
    return factor.solve(b);
  }

  /** Overwrites {@code b} with L⁻¹ b, where L Lᵀ = K. */
  public double[] whiten(double[] b) {
    return factor.solveLower(b);
  }

  /** Overwrites {@code b} with L⁻ᵀ b. */
  public double[] unwhiten(double[] b) {
    return factor.solveLowerTransposed(b);
  }

  /** K⁻¹ (y - m). */
  public double[] weights() {
    return alpha.clone();
  }

  /** Posterior mean at {@code x}. */
  public double mean(double[] x) {
    double sum = mean;
    for (int i = 0; i < alpha.length; i++) {
      sum += alpha[i] * kernel.value(x, data.input(i));
    }
    return sum;
  }

  /** Posterior variance of f at {@code x}, noise excluded. */
  public double variance(double[] x) {
    double[] v = factor.solveLower(covariances(x));
    double variance = kernel.value(x, x);
    for (double e : v) {
      variance -= e * e;
    }
    return Math.max(0, variance);
  }

  /** Joint posterior of f at m points. */
  public GaussianPosterior posterior(double[][] points) {
    int m = points.length;
    double[] means = new double[m];
    double[][] whitened = new double[m][];
    DMatrixRMaj covariance = new DMatrixRMaj(m, m);
    for (int i = 0; i < m; i++) {
      double[] k = covariances(points[i]);
      means[i] = mean + VectorMath.dot(k, alpha);
      whitened[i] = factor.solveLower(k);
      for (int j = 0; j <= i; j++) {
        double value =
            kernel.value(points[i], points[j]) - VectorMath.dot(whitened[i], whitened[j]);
        covariance.unsafe_set(i, j, value);
        covariance.unsafe_set(j, i, value);
      }
    }
    return new GaussianPosterior(means, covariance);
  }

  /**
   * Leave-one-out prediction of each noisy output from all the others, in closed form: {@code μ_i =
   * y_i - α_i / [K⁻¹]_ii}, {@code σ²_i = 1 / [K⁻¹]_ii}.
   */
  public LeaveOneOut leaveOneOut() {
    DMatrixRMaj inverse = factor.inverse();
    int n = alpha.length;
    double[] means = new double[n];
    double[] variances = new double[n];
    double[] residuals = new double[n];
    for (int i = 0; i < n; i++) {
      variances[i] = 1 / inverse.unsafe_get(i, i);
      residuals[i] = alpha[i] * variances[i];
      means[i] = data.output(i) - residuals[i];
    }
    return new LeaveOneOut(means, variances, residuals);
  }
}
