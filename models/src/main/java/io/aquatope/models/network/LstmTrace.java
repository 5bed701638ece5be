/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What an {@link LstmLayer} computed on its way through a sequence, one matrix per time step.
 *
 * @param inputs rows x inputs
 * @param gates i, f, g, o after their activation, rows x 4 size
 * @param cells c, rows x size
 * @param states h, the output, rows x size
 */
record LstmTrace(
    List<DMatrixRMaj> inputs,
    List<DMatrixRMaj> gates,
    List<DMatrixRMaj> cells,
    List<DMatrixRMaj> states) {}
