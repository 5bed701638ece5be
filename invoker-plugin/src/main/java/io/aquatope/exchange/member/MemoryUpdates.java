/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.collect.Sets;
import io.aquatope.exchange.workflow.Placement;
import io.aquatope.exchange.workflow.Stage;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has actions updated to the memory limits that are recommended, each recommendation once: what the
 * owner sets afterwards stays. An action of several workflows gets the most that one of them wants.
 * Only who ran an action may know its owner, so that those invokers ask, in alphabetical order and
 * {@value #PATIENCE_MS} ms after each other as long as runs do not show that it was updated. Not
 * thread-safe.
 */
final class MemoryUpdates {

  private static final long PATIENCE_MS = 60_000;

  private final String invoker;
  private final MemoryPort port;
  private final Map<String, Integer> settled = new ConcurrentHashMap<>();
  private final Map<String, Due> due = new HashMap<>();

  /**
   * @param ranBy the invokers that ran it and are there
   */
  private record Limits(int wantedMb, int presentMb, Set<String> ranBy) {

    Limits and(Limits other) {
      return new Limits(
          Math.max(wantedMb, other.wantedMb), other.presentMb, Sets.union(ranBy, other.ranBy));
    }
  }

  private record Due(int megabytes, long atMs) {}

  MemoryUpdates(String invoker, MemoryPort port) {
    this.invoker = invoker;
    this.port = port;
  }

  void apply(ExchangeState state, long nowMs) {
    Map<String, Limits> actions = actions(state);
    settled.keySet().retainAll(actions.keySet());
    due.keySet().retainAll(actions.keySet());
    actions.forEach((action, limits) -> apply(action, limits, nowMs));
  }

  private static Map<String, Limits> actions(ExchangeState state) {
    Map<String, Limits> actions = new HashMap<>();
    for (WorkflowState workflow : state.workflows().values()) {
      Placement placement = workflow.placement().within(state.members().present());
      List<Stage> stages = workflow.definition().stages();
      for (int s = 0; s < stages.size(); s++) {
        actions.merge(
            stages.get(s).action(),
            new Limits(
                workflow.load().advisedMb().get(s),
                placement.memoryMb().get(s),
                Set.copyOf(placement.ranBy().get(s))),
            Limits::and);
      }
    }
    return actions;
  }

  private void apply(String action, Limits limits, long nowMs) {
    Integer wanted = limits.wantedMb();
    if (wanted == limits.presentMb()) {
      settled.put(action, wanted);
    } else if (wanted > 0
        && limits.ranBy().contains(invoker)
        && !Objects.equals(settled.get(action), wanted)
        && nowMs >= due(action, limits, nowMs).atMs()) {
      ask(action, wanted);
    }
  }

  private Due due(String action, Limits limits, long nowMs) {
    int rank = new TreeSet<>(limits.ranBy()).headSet(invoker).size();
    Due next = new Due(limits.wantedMb(), nowMs + rank * PATIENCE_MS);
    return due.merge(
        action, next, (known, latest) -> known.megabytes() == latest.megabytes() ? known : latest);
  }

  private void ask(String action, Integer megabytes) {
    settled.put(action, megabytes);
    var unused =
        port.update(action, megabytes)
            .thenAccept(
                answered -> {
                  if (!answered) {
                    settled.remove(action, megabytes);
                  }
                });
  }
}
