/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Low-discrepancy points: a Sobol sequence under a random rotation (Cranley and Patterson, 1976),
 * uniform on the unit cube or mapped to standard normal values.
 */
final class QuasiNormal {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  private QuasiNormal() {}

  /** {@code count} points of the unit cube. */
  static double[][] uniform(int count, int dimension, SplittableRandom random) {
    SobolSequenceGenerator sobol = new SobolSequenceGenerator(dimension);
    double[] rotation = random.doubles(dimension).toArray();
    double[][] points = new double[count][];
    for (int i = 0; i < count; i++) {
      points[i] = sobol.nextVector();
      for (int j = 0; j < dimension; j++) {
        double rotated = points[i][j] + rotation[j];
        points[i][j] = rotated - Math.floor(rotated);
      }
    }
    return points;
  }

  /** {@code count} vectors of independent standard normal values. */
  static double[][] normal(int count, int dimension, SplittableRandom random) {
    double[][] points = uniform(count, dimension, random);
    for (double[] point : points) {
      for (int j = 0; j < dimension; j++) {
        point[j] =
            NORMAL.inverseCumulativeProbability(Math.min(1 - 1e-9, Math.max(1e-9, point[j])));
      }
    }
    return points;
  }
}
