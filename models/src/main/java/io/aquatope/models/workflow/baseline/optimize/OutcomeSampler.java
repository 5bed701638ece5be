/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.baseline.optimize;

import io.aquatope.models.gp.GaussianProcess;
import io.aquatope.models.gp.Kernel;
import io.aquatope.models.gp.VectorMath;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;

/**
 * Common random numbers for one outcome: joint posterior samples at a fixed set of base points, and
 * samples at one more point x conditioned on them, with the gradient by x.
 *
 * <p>With base samples {@code F = μ_B + L_B z}, a further point has {@code f(x) = μ(x) + uᵀz + s
 * z_x}, {@code u = L_B⁻¹ cov(x, B)}, {@code s² = var(x) - uᵀu}. Derivatives are accumulated in
 * reverse: the caller gives dA/df for each sample and receives dA/dx.
 */
final class OutcomeSampler {

  private static final double LEAST_VARIANCE = 1e-10;

  private final GaussianProcess process;
  private final double[] weights;
  private final double[][] inputs;
  private final double[][] base;
  private final double[][] whitenedBase;
  private final DMatrixRMaj baseFactor;
  private final double[][] normals;
  private final double[][] baseSamples;

  /**
   * A sampler at {@code base}; {@code normals} has one row per sample with at least one value more
   * than there are base points, the last used value being that of the further point.
   */
  OutcomeSampler(GaussianProcess process, double[][] base, double[][] normals) {
    this.process = process;
    this.base = base;
    this.normals = normals;
    weights = process.weights();
    inputs = new double[process.size()][];
    Arrays.setAll(inputs, process::input);
    int m = base.length;
    whitenedBase = new double[m][];
    Arrays.setAll(whitenedBase, b -> process.whiten(process.covariances(base[b])));
    baseFactor = factor(process.posterior(base).covariance());
    baseSamples = new double[normals.length][m];
    double[] means = new double[m];
    Arrays.setAll(means, b -> process.mean(base[b]));
    for (int s = 0; s < normals.length; s++) {
      for (int b = 0; b < m; b++) {
        double sum = means[b];
        for (int j = 0; j <= b; j++) {
          sum += baseFactor.unsafe_get(b, j) * normals[s][j];
        }
        baseSamples[s][b] = sum;
      }
    }
  }

  /** Samples at the base points: one row per sample. */
  double[][] baseSamples() {
    return baseSamples;
  }

  /** State at one further point, kept between the forward and the reverse pass. */
  final class At {

    private final double[] x;
    private final double[] whitened;
    private final double[] u;
    private final double deviation;
    private final boolean clamped;
    private final double mean;

    At(double[] x) {
      this.x = x;
      double[] k = process.covariances(x);
      mean = process.priorMean() + VectorMath.dot(k, weights);
      whitened = process.whiten(k);
      u = new double[base.length];
      for (int b = 0; b < u.length; b++) {
        u[b] = process.kernel().value(x, base[b]) - VectorMath.dot(whitened, whitenedBase[b]);
      }
      TriangularSolver_DDRM.solveL(baseFactor.data, u, u.length);
      double variance =
          process.kernel().value(x, x) - VectorMath.dot(whitened, whitened) - VectorMath.dot(u, u);
      clamped = variance < LEAST_VARIANCE;
      deviation = Math.sqrt(Math.max(variance, LEAST_VARIANCE));
    }

    double sample(int s) {
      return mean + VectorMath.dot(u, normals[s]) + deviation * normals[s][u.length];
    }

    /** Adds dA/dx to {@code gradient}, given dA/df for each sample. */
    void addGradient(double[] adjoints, double[] gradient) {
      double meanAdjoint = 0;
      double deviationAdjoint = 0;
      double[] crossAdjoint = new double[u.length];
      for (int s = 0; s < adjoints.length; s++) {
        meanAdjoint += adjoints[s];
        deviationAdjoint += adjoints[s] * normals[s][u.length];
        for (int b = 0; b < u.length; b++) {
          crossAdjoint[b] += adjoints[s] * normals[s][b];
        }
      }
      double varianceAdjoint = clamped ? 0 : deviationAdjoint / (2 * deviation);
      for (int b = 0; b < u.length; b++) {
        crossAdjoint[b] -= 2 * varianceAdjoint * u[b];
      }
      TriangularSolver_DDRM.solveTranL(baseFactor.data, crossAdjoint, u.length);
      double[] v = new double[whitened.length];
      for (int i = 0; i < v.length; i++) {
        v[i] = -2 * varianceAdjoint * whitened[i];
      }
      for (int b = 0; b < u.length; b++) {
        for (int i = 0; i < v.length; i++) {
          v[i] -= crossAdjoint[b] * whitenedBase[b][i];
        }
      }
      process.unwhiten(v);
      Kernel kernel = process.kernel();
      for (int i = 0; i < v.length; i++) {
        kernel.addInputGradient(x, inputs[i], meanAdjoint * weights[i] + v[i], gradient);
      }
      for (int b = 0; b < u.length; b++) {
        kernel.addInputGradient(x, base[b], crossAdjoint[b], gradient);
      }
    }
  }

  /** Lower Cholesky factor with non-positive pivots raised: base points may nearly coincide. */
  private static DMatrixRMaj factor(DMatrixRMaj a) {
    int n = a.numRows;
    DMatrixRMaj lower = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a.unsafe_get(i, j);
        for (int k = 0; k < j; k++) {
          sum -= lower.unsafe_get(i, k) * lower.unsafe_get(j, k);
        }
        lower.unsafe_set(
            i, j, i == j ? Math.sqrt(Math.max(sum, 1e-8)) : sum / lower.unsafe_get(j, j));
      }
    }
    return lower;
  }
}
