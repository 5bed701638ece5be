/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.gp;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.mult.MatrixMultProduct_DDRM;

/**
 * The lower triangular factor L of a symmetric positive definite matrix, {@code L Lᵀ = K + jitter
 * I}. The jitter is the least power of ten, relative to the mean diagonal, with which the
 * factorisation succeeds. A well-conditioned matrix gets none.
 */
final class CholeskyFactor {

  private static final double SMALLEST_JITTER = 1e-12;
  private static final double LARGEST_JITTER = 1e-3;

  private final DMatrixRMaj lower;
  private final double jitter;

  private CholeskyFactor(DMatrixRMaj lower, double jitter) {
    this.lower = lower;
    this.jitter = jitter;
  }

  /**
   * Factorises {@code matrix}, which is not changed.
   *
   * @throws ArithmeticException if no jitter up to a thousandth of the mean diagonal suffices
   */
  static CholeskyFactor of(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    double meanDiagonal = 0;
    for (int i = 0; i < n; i++) {
      meanDiagonal += matrix.unsafe_get(i, i) / n;
    }
    for (double relative = 0;
        relative <= LARGEST_JITTER;
        relative = relative == 0 ? SMALLEST_JITTER : relative * 10) {
      DMatrixRMaj work = matrix.copy();
      double jitter = relative * meanDiagonal;
      for (int i = 0; i < n; i++) {
        work.unsafe_set(i, i, work.unsafe_get(i, i) + jitter);
      }
      CholeskyDecompositionInner_DDRM decomposition = new CholeskyDecompositionInner_DDRM(true);
      if (decomposition.decompose(work)) {
        return new CholeskyFactor(decomposition.getT(null), jitter);
      }
    }
    throw new ArithmeticException(
        "covariance of "
            + n
            + " points is not positive definite, even with relative jitter "
            + LARGEST_JITTER);
  }

  int size() {
    return lower.numRows;
  }

  /** Overwrites {@code b} with L⁻¹ b. */
  double[] solveLower(double[] b) {
    TriangularSolver_DDRM.solveL(lower.data, b, size());
    return b;
  }

  /** Overwrites {@code b} with L⁻ᵀ b. */
  double[] solveLowerTransposed(double[] b) {
    TriangularSolver_DDRM.solveTranL(lower.data, b, size());
    return b;
  }

  /** Overwrites {@code b} with (L Lᵀ)⁻¹ b. */
  double[] solve(double[] b) {
    return solveLowerTransposed(solveLower(b));
  }

  /** L z. */
  double[] multiply(double[] z) {
    double[] product = new double[size()];
    for (int i = 0; i < product.length; i++) {
      double sum = 0;
      for (int j = 0, at = i * product.length; j <= i; j++, at++) {
        sum += lower.data[at] * z[j];
      }
      product[i] = sum;
    }
    return product;
  }

  /** (L Lᵀ)⁻¹ as a full symmetric matrix. */
  DMatrixRMaj inverse() {
    int n = size();
    DMatrixRMaj inverseLower = new DMatrixRMaj(n, n);
    TriangularSolver_DDRM.invertLower(lower.data, inverseLower.data, n);
    DMatrixRMaj inverse = new DMatrixRMaj(n, n);
    MatrixMultProduct_DDRM.inner_reorder(inverseLower, inverse);
    return inverse;
  }

  double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += 2 * Math.log(lower.unsafe_get(i, i));
    }
    return sum;
  }

  /**
   * The factor of the matrix with one more row and column, in O(n²).
   *
   * @param column covariance of the new point with the old ones
   * @param diagonal its own covariance, noise included
   */
  CholeskyFactor extended(double[] column, double diagonal) {
    int n = size();
    double[] row = solveLower(column.clone());
    double pivot = diagonal + jitter;
    for (double v : row) {
      pivot -= v * v;
    }
    double floor = SMALLEST_JITTER * diagonal;
    DMatrixRMaj extended = new DMatrixRMaj(n + 1, n + 1);
    for (int i = 0; i < n; i++) {
      System.arraycopy(lower.data, i * n, extended.data, i * (n + 1), i + 1);
    }
    System.arraycopy(row, 0, extended.data, n * (n + 1), n);
    extended.unsafe_set(n, n, Math.sqrt(Math.max(pivot, floor)));
    return new CholeskyFactor(extended, Math.max(jitter, pivot < floor ? floor - pivot : 0));
  }
}
