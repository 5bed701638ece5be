/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.RandomMatrices_DDRM;

/** Initial weights. */
public final class WeightInitialisation {

  private WeightInitialisation() {}

  /** Uniform in (-bound, bound). */
  public static void uniform(DMatrixRMaj matrix, double bound, SplittableRandom random) {
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = random.nextDouble(-bound, bound);
    }
  }

  /** Orthonormal columns, for a matrix with at least as many rows as columns. */
  public static void orthogonal(DMatrixRMaj matrix, SplittableRandom random) {
    matrix.setTo(
        RandomMatrices_DDRM.orthogonal(
            matrix.numRows, matrix.numCols, new java.util.Random(random.nextLong())));
  }
}
