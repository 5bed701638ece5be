/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.network.layer;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Values of an {@link LstmLayer} during a sequence, one matrix per time step.
 *
 * @param inputs rows x inputs
 * @param gates i, f, g, o after their activation, rows x 4 size
 * @param cells c, rows x size
 * @param states h, the output, rows x size
 */
public record LstmTrace(
    List<DMatrixRMaj> inputs,
    List<DMatrixRMaj> gates,
    List<DMatrixRMaj> cells,
    List<DMatrixRMaj> states) {}
