/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.workflow.Stage;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Has actions updated to the memory limits that are recommended, each recommendation once: what the
 * owner sets afterwards stays. An action of several workflows gets the most that one of them wants.
 * Not thread-safe.
 */
final class MemoryUpdates {

  private final MemoryPort port;
  private final Map<String, Integer> asked = new HashMap<>();

  MemoryUpdates(MemoryPort port) {
    this.port = port;
  }

  void apply(ExchangeState state) {
    Map<String, Integer> wanted = new HashMap<>();
    Map<String, Integer> present = new HashMap<>();
    for (WorkflowState workflow : state.workflows().values()) {
      List<Stage> stages = workflow.definition().stages();
      for (int s = 0; s < stages.size(); s++) {
        wanted.merge(stages.get(s).action(), workflow.load().advisedMb().get(s), Math::max);
        present.put(stages.get(s).action(), workflow.placement().memoryMb().get(s));
      }
    }
    asked.keySet().retainAll(wanted.keySet());
    wanted.forEach(
        (action, megabytes) -> {
          if (megabytes > 0
              && !megabytes.equals(present.get(action))
              && !megabytes.equals(asked.get(action))
              && port.update(action, megabytes)) {
            asked.put(action, megabytes);
          }
        });
  }
}
