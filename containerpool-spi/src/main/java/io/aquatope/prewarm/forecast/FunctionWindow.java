/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.models.forecast.DemandWindow;

/** Demand of a function in a closed window. */
public record FunctionWindow(ForecastFunction function, DemandWindow window) {}
