/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A batch of {@link HybridBayesianNetwork} inputs and, where the series continue, targets.
 *
 * @param inputs 48 matrices, rows x 5
 * @param times of the first window after the inputs, rows x 4
 * @param next the next 12 demands less the first input's, rows x 12; zero past the end of a series
 */
record HybridBatch(List<DMatrixRMaj> inputs, DMatrixRMaj times, DMatrixRMaj next) {

  /** Begin of a sample: window {@code start} of a series. */
  record Origin(ScaledSeries series, int start) {}

  static HybridBatch of(List<Origin> origins) {
    int rows = origins.size();
    int steps = EncoderDecoder.STEPS;
    List<DMatrixRMaj> inputs = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      DMatrixRMaj input = new DMatrixRMaj(rows, EncoderDecoder.FEATURES);
      for (int row = 0; row < rows; row++) {
        Origin origin = origins.get(row);
        origin.series().features(origin.start() + t, input, row);
      }
      inputs.add(input);
    }
    DMatrixRMaj times = new DMatrixRMaj(rows, PredictionHead.TIMES);
    DMatrixRMaj next = new DMatrixRMaj(rows, EncoderDecoder.AHEAD);
    for (int row = 0; row < rows; row++) {
      Origin origin = origins.get(row);
      int end = origin.start() + steps;
      origin.series().times(end, times, row, 0);
      int known = Math.min(EncoderDecoder.AHEAD, origin.series().size() - end);
      for (int k = 0; k < known; k++) {
        next.set(row, k, origin.series().value(end + k) - origin.series().value(origin.start()));
      }
    }
    return new HybridBatch(inputs, times, next);
  }

  /** The demand of the first window after the inputs, rows x 1. */
  DMatrixRMaj first() {
    return org.ejml.dense.row.CommonOps_DDRM.extractColumn(next, 0, null);
  }
}
