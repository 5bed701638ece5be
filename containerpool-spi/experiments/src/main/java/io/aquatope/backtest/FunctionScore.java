/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

/**
 * Scores of a model on one function: means over the windows that were measured.
 *
 * @param pinball mean pinball loss divided by the function's in-sample naive error
 * @param crps in containers
 * @param smape of the median, in percent
 * @param coverage50 see {@link io.aquatope.models.distribution.ForecastScores#coverage}
 * @param coverage90 likewise
 * @param openWindows windows in which the 90 % interval held more than one demand
 * @param openCovered90 how many of those were covered, a sum of {@code Scores.coverage}
 */
public record FunctionScore(
    FunctionDemand series,
    double pinball,
    double crps,
    double smape,
    double coverage50,
    double coverage90,
    long openWindows,
    double openCovered90) {}
