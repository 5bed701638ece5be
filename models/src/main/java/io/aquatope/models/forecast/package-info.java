/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Forecasting a function's demand: from its history of windows to a predictive distribution of peak
 * demand for each of the next windows.
 */
@NullMarked
package io.aquatope.models.forecast;

import org.jspecify.annotations.NullMarked;
