/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import io.aquatope.exchange.FieldChecks;

/**
 * Observed memory use of a stage.
 *
 * @param peakMb the largest peak of any of its containers; 0 if not known
 * @param runs number of runs with known memory, up to a few hundred
 */
public record StageMemory(int peakMb, int runs) {

  static final StageMemory UNKNOWN = new StageMemory(0, 0);

  private static final int MOST_RUNS = 1_000;

  public StageMemory {
    FieldChecks.notNegative("peakMb", peakMb);
    FieldChecks.notNegative("runs", runs);
  }

  StageMemory plus(StageOutcome run) {
    return run.memoryPeakMb() == 0
        ? this
        : new StageMemory(Math.max(peakMb, run.memoryPeakMb()), Math.min(MOST_RUNS, runs + 1));
  }
}
