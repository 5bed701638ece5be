/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Progress of the latest instances of a workflow: the share of those that ran a stage and also ran
 * a later one, and the time between the two.
 *
 * @param stages in the workflow's order
 */
public record StageProgress(List<StageRunAverage> stages) {

  private static final int WINDOW = 64;

  public StageProgress {
    stages = List.copyOf(stages);
  }

  static StageProgress unknown(int stages) {
    return new StageProgress(Collections.nCopies(stages, StageRunAverage.NONE));
  }

  StageProgress seen(int stage, StageOutcome run) {
    List<StageRunAverage> next = new ArrayList<>(stages);
    next.set(stage, stages.get(stage).plus(run));
    return next.get(stage).runs() < WINDOW
        ? new StageProgress(next)
        : new StageProgress(next.stream().map(StageRunAverage::halved).toList());
  }
}
