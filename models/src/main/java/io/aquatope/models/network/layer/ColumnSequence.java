/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Converts between a matrix (rows x time steps) and a sequence of its columns (rows x 1 each). */
public final class ColumnSequence {

  private ColumnSequence() {}

  public static DMatrixRMaj join(List<DMatrixRMaj> columns) {
    DMatrixRMaj joined = new DMatrixRMaj(columns.get(0).numRows, columns.size());
    for (int t = 0; t < columns.size(); t++) {
      CommonOps_DDRM.insert(columns.get(t), joined, 0, t);
    }
    return joined;
  }

  public static List<DMatrixRMaj> split(DMatrixRMaj joined) {
    List<DMatrixRMaj> columns = new ArrayList<>();
    for (int t = 0; t < joined.numCols; t++) {
      columns.add(CommonOps_DDRM.extractColumn(joined, t, null));
    }
    return columns;
  }
}
