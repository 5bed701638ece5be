/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Dropout masks. Using one mask at every time step of a sequence is variational dropout (Gal and
 * Ghahramani, 2016). Forecasting under many random masks samples from the weights' approximate
 * posterior.
 */
public final class DropoutMask {

  private DropoutMask() {}

  /** Entries 1 / (1 - p) with probability 1 - p, else 0; all ones if p is 0. */
  public static DMatrixRMaj mask(int rows, int columns, double p, SplittableRandom random) {
    DMatrixRMaj mask = new DMatrixRMaj(rows, columns);
    for (int i = 0; i < mask.data.length; i++) {
      mask.data[i] = p > 0 && random.nextDouble() < p ? 0 : 1 / (1 - p);
    }
    return mask;
  }

  /** Element-wise product. With the slope as its argument it is its own backward step. */
  public static DMatrixRMaj apply(DMatrixRMaj mask, DMatrixRMaj values) {
    return CommonOps_DDRM.elementMult(values, mask, null);
  }
}
