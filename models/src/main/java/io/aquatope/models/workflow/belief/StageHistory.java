/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import java.util.ArrayList;
import java.util.List;

/**
 * The successful runs of one stage, oldest first, with the properties that decide their weight as
 * evidence: cold start, era, and prediction. A {@link ChangeTest change} in behaviour begins an
 * era.
 */
final class StageHistory {

  /** The era of runs outside the workflow. */
  private static final int ELSEWHERE = -1;

  private final List<Entry> entries = new ArrayList<>();
  private int era;

  /**
   * One run.
   *
   * @param candidate configuration it ran in
   * @param logSeconds log of its duration without the start of a container
   * @param startSeconds duration of that start; 0 if it was warm
   * @param era count of behaviour changes before it; -1 if it was outside the workflow
   * @param surprise comparison with its prediction
   */
  record Entry(
      int candidate, double logSeconds, double startSeconds, int era, ChangeTest surprise) {

    private static final double ROUNDING = 1e-9;

    /** Whether the start made the run take three times as long as in a warm container. */
    boolean tripledByStart() {
      return startSeconds >= (2 - ROUNDING) * Math.exp(logSeconds);
    }
  }

  List<Entry> entries() {
    return entries;
  }

  int size() {
    return entries.size();
  }

  int era() {
    return era;
  }

  /** Whether any run was in this workflow. */
  boolean hasOwn() {
    return entries.stream().anyMatch(entry -> entry.era != ELSEWHERE);
  }

  /** Adds a run outside the workflow, before all runs in it. */
  void recall(int candidate, double logSeconds) {
    entries.add(0, new Entry(candidate, logSeconds, 0, ELSEWHERE, ChangeTest.NONE));
  }

  /** Adds a run; returns whether it completed the evidence of a change, which begins an era. */
  boolean add(int candidate, double logSeconds, double startSeconds, ChangeTest surprise) {
    entries.add(new Entry(candidate, logSeconds, startSeconds, era, surprise));
    int since =
        ChangeTest.changedFor(
            entries.stream().filter(e -> e.era == era).map(Entry::surprise).toList());
    if (since == 0) {
      return false;
    }
    era++;
    for (int i = entries.size() - since; i < entries.size(); i++) {
      Entry e = entries.get(i);
      entries.set(i, new Entry(e.candidate, e.logSeconds, e.startSeconds, era, ChangeTest.NONE));
    }
    return true;
  }
}
