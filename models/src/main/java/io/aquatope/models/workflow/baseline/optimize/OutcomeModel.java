/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import io.aquatope.models.gp.GaussianProcess;
import io.aquatope.models.gp.Kernel;
import io.aquatope.models.gp.MapEstimator;
import io.aquatope.models.gp.Matern52Kernel;
import io.aquatope.models.gp.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One outcome of the black box as a Gaussian process over the unit cube, on standardised values.
 * Hyper-parameters are fitted again whenever the data has grown by an eighth; in between a point is
 * added in O(n²).
 */
final class OutcomeModel {

  private static final double REFIT_GROWTH = 1.125;
  private static final int STANDARDIZE_FROM = 2;

  private final MapEstimator estimator;
  private final SplittableRandom random;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();
  private Kernel kernel;
  private double noiseVariance = 0.02;
  private double centre;
  private double scale = 1;
  private int fittedAt;
  private GaussianProcess process;

  OutcomeModel(int dimension, SplittableRandom random) {
    this.random = random;
    estimator = MapEstimator.standard();
    kernel = Matern52Kernel.forUnitCube(dimension);
    process =
        GaussianProcess.of(
            kernel,
            noiseVariance,
            0,
            TrainingSet.of(new double[][] {new double[dimension]}, new double[1]));
  }

  /** Adds an observation. */
  void add(double[] input, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("outcomes must be finite, found " + value);
    }
    inputs.add(input);
    values.add(value);
    if (values.size() >= fittedAt * REFIT_GROWTH) {
      refit();
    } else {
      process = process.with(input, standardized(value), 0);
    }
  }

  GaussianProcess process() {
    return process;
  }

  /** An outcome in the process's units. */
  double standardized(double value) {
    return (value - centre) / scale;
  }

  private void refit() {
    int n = values.size();
    centre = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - centre) * (v - centre)).sum();
    scale = n < STANDARDIZE_FROM || squares < 1e-12 ? 1 : Math.sqrt(squares / (n - 1));
    double[] y = new double[n];
    Arrays.setAll(y, i -> standardized(values.get(i)));
    TrainingSet data = TrainingSet.of(inputs.toArray(double[][]::new), y);
    process = estimator.fit(kernel, noiseVariance, data, random);
    kernel = process.kernel();
    noiseVariance = process.noiseVariance();
    fittedAt = n;
  }
}
