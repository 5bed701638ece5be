/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.MemoryAdvised;
import io.aquatope.exchange.workflow.MemorySteps;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proposes and concludes each round. Any invoker can. To avoid duplicate computation, invokers wait
 * for one another in alphabetical order, {@value #PATIENCE_MS} ms each. A decision that has not
 * come back through the log is made again. Not thread-safe; slow.
 */
final class RoundDecider {

  private static final long PATIENCE_MS = 3_000;
  private static final long AGAIN_MS = 15_000;

  private final String invoker;
  private final RoundTuner tuner;
  private final MemorySteps memory;
  private final Map<String, Due> due = new HashMap<>();

  private record Due(String version, int revision, long atMs) {}

  RoundDecider(String invoker, RoundTuner tuner, MemorySteps memory) {
    this.invoker = invoker;
    this.tuner = tuner;
    this.memory = memory;
  }

  /** The decisions that this invoker has to make now. */
  List<ExchangeRecord> decide(ExchangeState state, long nowMs) {
    due.keySet().retainAll(state.workflows().keySet());
    int rank = state.members().present().headSet(invoker).size();
    List<ExchangeRecord> decisions = new ArrayList<>();
    for (WorkflowState workflow : state.workflows().values()) {
      decide(workflow, state, rank, nowMs).ifPresent(decisions::add);
      if (rank == 0) {
        advise(workflow).ifPresent(decisions::add);
      }
    }
    return decisions;
  }

  /**
   * Recommendations are cheap and idempotent, so only the first invoker in member order issues
   * them.
   */
  private Optional<ExchangeRecord> advise(WorkflowState workflow) {
    return memory
        .advice(workflow)
        .filter(advice -> !advice.equals(workflow.load().advisedMb()))
        .map(advice -> new MemoryAdvised(workflow.definition().name(), workflow.version(), advice));
  }

  private Optional<ExchangeRecord> decide(
      WorkflowState workflow, ExchangeState state, int rank, long nowMs) {
    String name = workflow.definition().name();
    TuningRules rules = workflow.definition().rules();
    boolean toConclude = workflow.round().isComplete(rules);
    boolean toPropose = !workflow.round().inProgress() && workflow.decision().isSettled(rules);
    if (!toConclude && !toPropose) {
      due.remove(name);
      return Optional.empty();
    }
    Due known = due.get(name);
    if (known == null
        || known.revision() != workflow.revision()
        || !known.version().equals(workflow.version())) {
      known = new Due(workflow.version(), workflow.revision(), nowMs + rank * PATIENCE_MS);
      due.put(name, known);
    }
    if (nowMs < known.atMs()) {
      return Optional.empty();
    }
    due.put(name, new Due(known.version(), known.revision(), nowMs + AGAIN_MS));
    return Optional.of(
        toConclude ? tuner.conclude(workflow, state) : tuner.propose(workflow, state));
  }
}
