/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.Expect;

/**
 * How often a stage ran lately, in the whole cluster, and how long. A run that takes more than
 * {@value #CUT} times the average counts as one that takes so long: one that hangs does not rule.
 *
 * @param runs instances in which it ran; older ones count less and less
 * @param seconds that it took, on average; 0 before the first
 */
public record StageRuns(int runs, double seconds) {

  private static final int CUT = 4;

  static final StageRuns NONE = new StageRuns(0, 0);

  public StageRuns {
    Expect.notNegative("runs", runs);
    Expect.notNegative("seconds", seconds);
  }

  StageRuns plus(StageSeen run) {
    double took = seconds == 0 ? run.seconds() : Math.min(run.seconds(), CUT * seconds);
    return new StageRuns(runs + 1, seconds + (took - seconds) / (runs + 1));
  }

  StageRuns halved() {
    return new StageRuns(runs / 2, seconds);
  }
}
