/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import io.aquatope.exchange.FieldChecks;

/**
 * Number and mean duration of the recent runs of a stage, in the whole cluster. A run that takes
 * more than {@value #CUT} times the mean counts as {@value #CUT} times the mean, so that a run that
 * hangs does not dominate.
 *
 * @param runs number of instances in which it ran; the weight of older ones decays
 * @param seconds mean duration; 0 before the first run
 */
public record StageRunAverage(int runs, double seconds) {

  private static final int CUT = 4;

  static final StageRunAverage NONE = new StageRunAverage(0, 0);

  public StageRunAverage {
    FieldChecks.notNegative("runs", runs);
    FieldChecks.notNegative("seconds", seconds);
  }

  StageRunAverage plus(StageOutcome run) {
    double took = seconds == 0 ? run.seconds() : Math.min(run.seconds(), CUT * seconds);
    return new StageRunAverage(runs + 1, seconds + (took - seconds) / (runs + 1));
  }

  StageRunAverage halved() {
    return new StageRunAverage(runs / 2, seconds);
  }
}
