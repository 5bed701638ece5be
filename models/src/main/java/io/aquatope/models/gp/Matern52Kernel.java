/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import java.util.Arrays;

/**
 * Matérn 5/2 kernel with one length scale per input dimension (automatic relevance determination):
 * {@code k(a,b) = s² (1 + √5 r + 5 r²/3) exp(-√5 r)} with {@code r² = Σ_j ((a_j - b_j) / l_j)²}.
 * Source: Rasmussen and Williams, "Gaussian Processes for Machine Learning", eq. 4.17.
 *
 * <p>Parameters in order: log l_1 … log l_d, log s².
 */
public final class Matern52Kernel implements Kernel {

  private static final double SQRT5 = Math.sqrt(5);

  private final double[] logParameters;
  private final double[] inverseLengthScales;
  private final double signalVariance;
  private final LogNormalPrior lengthScalePrior;
  private final LogNormalPrior signalPrior;

  private Matern52Kernel(
      double[] logParameters, LogNormalPrior lengthScalePrior, LogNormalPrior signalPrior) {
    this.logParameters = logParameters;
    this.lengthScalePrior = lengthScalePrior;
    this.signalPrior = signalPrior;
    int dimension = logParameters.length - 1;
    inverseLengthScales = new double[dimension];
    for (int j = 0; j < dimension; j++) {
      inverseLengthScales[j] = Math.exp(-logParameters[j]);
    }
    signalVariance = Math.exp(logParameters[dimension]);
  }

  /** A kernel whose parameters start at {@code lengthScales} and {@code signalVariance}. */
  public static Matern52Kernel of(
      double[] lengthScales,
      double signalVariance,
      LogNormalPrior lengthScalePrior,
      LogNormalPrior signalPrior) {
    double[] logs = new double[lengthScales.length + 1];
    for (int j = 0; j < lengthScales.length; j++) {
      logs[j] = Math.log(lengthScales[j]);
    }
    logs[lengthScales.length] = Math.log(signalVariance);
    return new Matern52Kernel(logs, lengthScalePrior, signalPrior);
  }

  /**
   * The kernel for {@code dimension} inputs in the unit cube and standardised outputs, with the
   * dimension-scaled length-scale prior and a signal variance near one.
   */
  public static Matern52Kernel forUnitCube(int dimension) {
    double[] lengthScales = new double[dimension];
    Arrays.fill(lengthScales, 0.5 * Math.sqrt(dimension));
    return of(
        lengthScales, 1, LogNormalPrior.dimensionScaled(dimension), new LogNormalPrior(0.25, 0.5));
  }

  @Override
  public double value(double[] a, double[] b) {
    double squared = 0;
    for (int j = 0; j < inverseLengthScales.length; j++) {
      double z = (a[j] - b[j]) * inverseLengthScales[j];
      squared += z * z;
    }
    double r = SQRT5 * Math.sqrt(squared);
    return signalVariance * (1 + r + r * r / 3) * Math.exp(-r);
  }

  @Override
  public double valueAndParameterGradient(double[] a, double[] b, double[] gradient, int offset) {
    double squared = 0;
    int dimension = inverseLengthScales.length;
    for (int j = 0; j < dimension; j++) {
      double z = (a[j] - b[j]) * inverseLengthScales[j];
      gradient[offset + j] = z * z;
      squared += z * z;
    }
    double r = SQRT5 * Math.sqrt(squared);
    double decay = signalVariance * Math.exp(-r);
    double slope = decay * (5.0 / 3) * (1 + r);
    for (int j = 0; j < dimension; j++) {
      gradient[offset + j] *= slope;
    }
    double value = decay * (1 + r + r * r / 3);
    gradient[offset + dimension] = value;
    return value;
  }

  @Override
  public void addInputGradient(double[] a, double[] b, double weight, double[] gradient) {
    double squared = 0;
    for (int j = 0; j < inverseLengthScales.length; j++) {
      double z = (a[j] - b[j]) * inverseLengthScales[j];
      squared += z * z;
    }
    double r = SQRT5 * Math.sqrt(squared);
    double slope = -weight * signalVariance * Math.exp(-r) * (5.0 / 3) * (1 + r);
    for (int j = 0; j < inverseLengthScales.length; j++) {
      gradient[j] += slope * (a[j] - b[j]) * inverseLengthScales[j] * inverseLengthScales[j];
    }
  }

  @Override
  public double[] logParameters() {
    return logParameters.clone();
  }

  @Override
  public Matern52Kernel withLogParameters(double[] other, int offset) {
    return new Matern52Kernel(
        Arrays.copyOfRange(other, offset, offset + logParameters.length),
        lengthScalePrior,
        signalPrior);
  }

  @Override
  public double logPrior() {
    int dimension = inverseLengthScales.length;
    double sum = signalPrior.logDensity(logParameters[dimension]);
    for (int j = 0; j < dimension; j++) {
      sum += lengthScalePrior.logDensity(logParameters[j]);
    }
    return sum;
  }

  @Override
  public void addLogPriorGradient(double[] gradient, int offset) {
    int dimension = inverseLengthScales.length;
    for (int j = 0; j < dimension; j++) {
      gradient[offset + j] += lengthScalePrior.gradient(logParameters[j]);
    }
    gradient[offset + dimension] += signalPrior.gradient(logParameters[dimension]);
  }
}
