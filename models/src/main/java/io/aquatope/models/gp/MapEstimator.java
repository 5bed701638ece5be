/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;

/**
 * Fits kernel parameters and noise variance by maximising log marginal likelihood plus log priors
 * with analytic gradients: {@code dL/dθ = ½ tr((ααᵀ - K⁻¹) dK/dθ)}, α = K⁻¹(y - m). The constant
 * mean is profiled out, {@code m = 1ᵀK⁻¹y / 1ᵀK⁻¹1}, unless it is given. Source: Rasmussen and
 * Williams, eq. 5.9.
 *
 * @param noisePrior prior of the learnt noise variance
 * @param learnMean whether the constant mean is estimated; zero otherwise
 * @param restarts searches from random starts in addition to the one from the present parameters
 * @param maxIterations of each search
 */
public record MapEstimator(
    LogNormalPrior noisePrior, boolean learnMean, int restarts, int maxIterations) {

  private static final double LOG_RANGE = 9;
  private static final double LOG_NOISE_FLOOR = Math.log(1e-8);

  /** For standardised outputs: noise variance LogNormal(-4, 1), estimated mean, two restarts. */
  public static MapEstimator standard() {
    return new MapEstimator(new LogNormalPrior(-4, 1), true, 2, 60);
  }

  /** The most probable process, starting from the parameters of {@code kernel}. */
  public GaussianProcess fit(
      Kernel kernel, double startNoiseVariance, TrainingSet data, SplittableRandom random) {
    double[] start =
        Doubles.concat(kernel.logParameters(), new double[] {Math.log(startNoiseVariance)});
    double[] lower = new double[start.length];
    double[] upper = new double[start.length];
    Arrays.fill(lower, -LOG_RANGE);
    Arrays.fill(upper, LOG_RANGE);
    lower[start.length - 1] = LOG_NOISE_FLOOR;
    LbfgsOptimizer search = new LbfgsOptimizer(8, maxIterations, 1e-7);
    DifferentiableFunction objective =
        (p, g) -> {
          double value = logPosterior(kernel, data, p, g, true);
          Arrays.setAll(g, j -> -g[j]);
          return -value;
        };
    LbfgsOptimizer.Minimum best = search.minimize(objective, start, lower, upper);
    for (int r = 0; r < restarts; r++) {
      double[] other = start.clone();
      for (int j = 0; j < other.length; j++) {
        other[j] += random.nextDouble(-1.5, 1.5);
      }
      LbfgsOptimizer.Minimum minimum = search.minimize(objective, other, lower, upper);
      best = minimum.value() < best.value() ? minimum : best;
    }
    double[] p = best.point();
    Kernel fitted = kernel.withLogParameters(p, 0);
    double noise = Math.exp(p[p.length - 1]);
    GaussianProcess centred = GaussianProcess.of(fitted, noise, 0, data);
    return learnMean
        ? GaussianProcess.of(fitted, noise, generalizedMean(centred, data), data)
        : centred;
  }

  /**
   * Log marginal likelihood, plus the log priors when {@code withPriors}, at the log parameters
   * {@code p} (kernel parameters, then noise variance); overwrites {@code gradient}.
   */
  double logPosterior(
      Kernel kernel, TrainingSet data, double[] p, double[] gradient, boolean withPriors) {
    int n = data.size();
    int kernelParameters = p.length - 1;
    Kernel candidate = kernel.withLogParameters(p, 0);
    double noise = Math.exp(p[kernelParameters]);
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    double[][] derivatives = new double[n * (n + 1) / 2][kernelParameters];
    for (int i = 0, at = 0; i < n; i++) {
      for (int j = 0; j <= i; j++, at++) {
        double value =
            candidate.valueAndParameterGradient(data.input(i), data.input(j), derivatives[at], 0);
        covariance.unsafe_set(i, j, value + (i == j ? noise + data.knownNoise(i) : 0));
        covariance.unsafe_set(j, i, covariance.unsafe_get(i, j));
      }
    }
    Arrays.fill(gradient, 0);
    CholeskyFactor factor;
    try {
      factor = CholeskyFactor.of(covariance);
    } catch (ArithmeticException notPositiveDefinite) {
      return Double.NEGATIVE_INFINITY;
    }
    double[] y = new double[n];
    Arrays.setAll(y, data::output);
    if (learnMean) {
      double mean = generalizedMean(factor, y);
      Arrays.setAll(y, i -> y[i] - mean);
    }
    double[] alpha = factor.solve(y.clone());
    DMatrixRMaj inverse = factor.inverse();
    double fit = 0;
    for (int i = 0, at = 0; i < n; i++) {
      fit += alpha[i] * y[i];
      for (int j = 0; j <= i; j++, at++) {
        double weight = alpha[i] * alpha[j] - inverse.unsafe_get(i, j);
        weight *= i == j ? 0.5 : 1;
        for (int k = 0; k < kernelParameters; k++) {
          gradient[k] += weight * derivatives[at][k];
        }
        if (i == j) {
          gradient[kernelParameters] += weight * noise;
        }
      }
    }
    double value = -0.5 * (fit + factor.logDeterminant() + n * Math.log(2 * Math.PI));
    if (withPriors) {
      candidate.addLogPriorGradient(gradient, 0);
      gradient[kernelParameters] += noisePrior.gradient(p[kernelParameters]);
      value += candidate.logPrior() + noisePrior.logDensity(p[kernelParameters]);
    }
    return value;
  }

  private static double generalizedMean(GaussianProcess process, TrainingSet data) {
    double[] y = new double[data.size()];
    Arrays.setAll(y, data::output);
    return generalizedMean(process::solve, y);
  }

  private static double generalizedMean(CholeskyFactor factor, double[] y) {
    return generalizedMean(factor::solve, y);
  }

  private static double generalizedMean(UnaryOperator<double[]> solve, double[] y) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    double[] weights = solve.apply(ones);
    double numerator = 0;
    double denominator = 0;
    for (int i = 0; i < y.length; i++) {
      numerator += weights[i] * y[i];
      denominator += weights[i];
    }
    return numerator / denominator;
  }
}
