/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The invokers that run the stages of a workflow.
 *
 * @param ranBy for each stage the invokers that ran it, in the order of their first runs; the last
 *     {@value #MOST_INVOKERS} of them
 * @param memoryMb for each stage the memory limit of its last run, in MB; 0 before the first
 */
public record StageLocations(List<List<String>> ranBy, List<Integer> memoryMb) {

  /**
   * Maximum number of invokers remembered for a stage. With 100 stages, their names take a seventh
   * of the maximum message, so the checkpoint of the longest workflow fits. In a cluster whose
   * invokers get new names, invokers that have left are forgotten in the end.
   */
  static final int MOST_INVOKERS = 100;

  public StageLocations {
    ranBy = ranBy.stream().map(StageLocations::newest).toList();
    memoryMb = List.copyOf(memoryMb);
  }

  private static List<String> newest(List<String> invokers) {
    return List.copyOf(
        invokers.subList(Math.max(0, invokers.size() - MOST_INVOKERS), invokers.size()));
  }

  public static StageLocations unknown(int stages) {
    return new StageLocations(
        Collections.nCopies(stages, List.of()), Collections.nCopies(stages, 0));
  }

  public StageLocations seen(int stage, StageOutcome run) {
    if (ranBy.get(stage).contains(run.invoker()) && memoryMb.get(stage) == run.memoryMb()) {
      return this;
    }
    List<List<String>> invokers = new ArrayList<>(ranBy);
    if (!ranBy.get(stage).contains(run.invoker())) {
      List<String> more = new ArrayList<>(ranBy.get(stage));
      more.add(run.invoker());
      invokers.set(stage, more);
    }
    List<Integer> memory = new ArrayList<>(memoryMb);
    memory.set(stage, run.memoryMb());
    return new StageLocations(invokers, memory);
  }

  /** The locations without the invokers that have left. */
  public StageLocations within(Set<String> present) {
    return new StageLocations(
        ranBy.stream().map(names -> names.stream().filter(present::contains).toList()).toList(),
        memoryMb);
  }

  /** Number of stages that an invoker has run. */
  public int stagesOf(String invoker) {
    return (int) ranBy.stream().filter(names -> names.contains(invoker)).count();
  }

  /** The invokers that ran every stage, in alphabetical order. */
  public List<String> everywhere() {
    Set<String> all = new TreeSet<>(ranBy.get(0));
    ranBy.forEach(names -> all.retainAll(new HashSet<>(names)));
    return List.copyOf(all);
  }
}
