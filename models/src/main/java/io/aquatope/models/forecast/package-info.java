/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Forecasts of a function's demand. The input is its history of windows; the output is a predictive
 * distribution of peak demand for each of the next windows.
 */
@NullMarked
package io.aquatope.models.forecast;

import org.jspecify.annotations.NullMarked;
