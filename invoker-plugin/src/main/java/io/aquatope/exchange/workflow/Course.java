/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far the latest instances of a workflow got: which share of those that ran a stage ran a later
 * one, too, and how long after.
 *
 * @param stages in the workflow's order
 */
public record Course(List<StageRuns> stages) {

  private static final int WINDOW = 64;

  public Course {
    stages = List.copyOf(stages);
  }

  static Course unknown(int stages) {
    return new Course(Collections.nCopies(stages, StageRuns.NONE));
  }

  Course seen(int stage, StageSeen run) {
    List<StageRuns> next = new ArrayList<>(stages);
    next.set(stage, stages.get(stage).plus(run));
    return next.get(stage).runs() < WINDOW
        ? new Course(next)
        : new Course(next.stream().map(StageRuns::halved).toList());
  }
}
