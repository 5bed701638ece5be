/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Where a workflow's stages run.
 *
 * @param ranBy for each stage the invokers that ran it, in alphabetical order
 * @param memoryMb for each stage the memory limit of its last run, in MB; 0 before the first
 */
public record Placement(List<List<String>> ranBy, List<Integer> memoryMb) {

  public Placement {
    ranBy = ranBy.stream().map(List::copyOf).toList();
    memoryMb = List.copyOf(memoryMb);
  }

  static Placement unknown(int stages) {
    return new Placement(Collections.nCopies(stages, List.of()), Collections.nCopies(stages, 0));
  }

  Placement seen(int stage, StageSeen run) {
    if (ranBy.get(stage).contains(run.invoker()) && memoryMb.get(stage) == run.memoryMb()) {
      return this;
    }
    List<List<String>> invokers = new ArrayList<>(ranBy);
    invokers.set(
        stage,
        ImmutableSortedSet.<String>naturalOrder()
            .addAll(ranBy.get(stage))
            .add(run.invoker())
            .build()
            .asList());
    List<Integer> memory = new ArrayList<>(memoryMb);
    memory.set(stage, run.memoryMb());
    return new Placement(invokers, memory);
  }

  /** Without the invokers that have left. */
  public Placement within(Set<String> present) {
    return new Placement(
        ranBy.stream().map(names -> names.stream().filter(present::contains).toList()).toList(),
        memoryMb);
  }

  /** The invokers that ran every stage. */
  List<String> everywhere() {
    return ranBy.get(0).stream()
        .filter(name -> ranBy.stream().allMatch(names -> names.contains(name)))
        .toList();
  }
}
