/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * The successful runs of one stage, oldest first, with what each was worth as evidence: whether it
 * was cold, in which era it fell, and by how much it surprised the model of its time.
 *
 * <p>A change in behaviour is declared, and a new era begun, when {@value #AGREEING} of the last
 * {@value #WINDOW} runs surprised by more than {@value #SURPRISING} standard deviations in the same
 * direction. Single surprises are outliers and begin nothing.
 */
final class StageHistory {

  private static final int WINDOW = 5;
  private static final int AGREEING = 4;
  private static final double SURPRISING = 2.5;

  private final List<Entry> entries = new ArrayList<>();
  private int era;

  /**
   * One run.
   *
   * @param candidate configuration it ran in
   * @param logSeconds log of how long it took
   * @param cold whether its container was started for it
   * @param era count of behaviour changes before it
   * @param surprise residual against the prediction made before it, in standard deviations
   */
  record Entry(int candidate, double logSeconds, boolean cold, int era, double surprise) {}

  List<Entry> entries() {
    return entries;
  }

  int size() {
    return entries.size();
  }

  int era() {
    return era;
  }

  /** Adds a run; returns whether it completed the evidence of a change. */
  boolean add(int candidate, double logSeconds, boolean cold, double surprise) {
    entries.add(new Entry(candidate, logSeconds, cold, era, surprise));
    List<Entry> recent = entries.subList(Math.max(0, entries.size() - WINDOW), entries.size());
    long slower = recent.stream().filter(e -> e.era == era && e.surprise > SURPRISING).count();
    long faster = recent.stream().filter(e -> e.era == era && e.surprise < -SURPRISING).count();
    if (Math.max(slower, faster) < AGREEING) {
      return false;
    }
    era++;
    boolean up = slower > faster;
    for (int i = entries.size() - recent.size(); i < entries.size(); i++) {
      Entry e = entries.get(i);
      if (up == e.surprise > SURPRISING) {
        entries.set(i, new Entry(e.candidate, e.logSeconds, e.cold, era, 0));
      }
    }
    return true;
  }
}
