/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.forecast;

/**
 * How a model did on one function: means over the windows that were measured.
 *
 * @param pinball mean pinball loss divided by the function's in-sample naive error
 * @param crps in containers
 * @param smape of the median, in percent
 * @param coverage50 see {@link io.aquatope.models.distribution.Scores#coverage}
 * @param coverage90 likewise
 */
public record FunctionScore(
    DemandSeries series,
    double pinball,
    double crps,
    double smape,
    double coverage50,
    double coverage90) {}
