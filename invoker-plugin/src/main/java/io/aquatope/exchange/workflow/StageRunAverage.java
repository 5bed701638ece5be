/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;

/**
 * How often a stage ran lately, in the whole cluster, and how long. A run that takes more than
 * {@value #CUT} times the average counts as one that takes so long: one that hangs does not rule.
 *
 * @param runs instances in which it ran; older ones count less and less
 * @param seconds that it took, on average; 0 before the first
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
