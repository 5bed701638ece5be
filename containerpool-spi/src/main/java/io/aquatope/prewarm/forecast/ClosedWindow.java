/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import java.util.List;

/**
 * A window that has closed.
 *
 * @param begun functions that are new
 * @param seen demand of the functions that had calls, or ran; the others were silent
 */
public record ClosedWindow(long window, List<ForecastFunction> begun, List<FunctionWindow> seen) {}
