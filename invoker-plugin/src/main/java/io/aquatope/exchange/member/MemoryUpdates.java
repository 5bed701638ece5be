/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.collect.Sets;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.MemoryAnswered;
import io.aquatope.exchange.workflow.MemoryAnswers;
import io.aquatope.exchange.workflow.MemorySteps;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.exchange.workflow.observation.StageLocations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Updates actions to the recommended memory limits, each limit once. A limit that the owner sets
 * afterwards stays, because the log informs all invokers, later ones included, that the
 * recommendation is settled. OpenWhisk may refuse a limit, for example if the owner's minimum
 * exceeds the system's. Then the next larger steps are requested: at most {@value #MOST_TRIES}
 * limits altogether, and none above the present limit. An action of several workflows gets the
 * largest limit that one of them recommends. Only an invoker that ran an action may know its owner.
 * These invokers request the update in alphabetical order, {@value #PATIENCE_MS} ms apart, until
 * the log shows that it was made. Not thread-safe.
 */
final class MemoryUpdates {

  private static final long PATIENCE_MS = 60_000;
  private static final int MOST_TRIES = 3;
  private static final int NOTHING = -1;

  private final String invoker;
  private final MemoryPort port;
  private final Consumer<ExchangeRecord> log;

  /** Answers that this invoker received and that may not be in the log yet. */
  private final Map<String, MemoryAnswers> own = new ConcurrentHashMap<>();

  private final Set<String> asking = ConcurrentHashMap.newKeySet();
  private final Map<String, Due> due = new HashMap<>();

  /**
   * @param seenMs end of the latest instance that showed the present limit
   * @param ranBy the live invokers that ran the action
   */
  private record Limits(int wantedMb, int presentMb, long seenMs, Set<String> ranBy) {

    Limits and(Limits other) {
      Limits latest = other.seenMs > seenMs ? other : this;
      return new Limits(
          Math.max(wantedMb, other.wantedMb),
          latest.presentMb,
          latest.seenMs,
          Sets.union(ranBy, other.ranBy));
    }

    int rank(String invoker) {
      return new TreeSet<>(ranBy).headSet(invoker).size();
    }
  }

  private record Due(int megabytes, long atMs) {}

  /**
   * @param log takes records for all readers
   */
  MemoryUpdates(String invoker, MemoryPort port, Consumer<ExchangeRecord> log) {
    this.invoker = invoker;
    this.port = port;
    this.log = log;
  }

  void apply(ExchangeState state, long nowMs) {
    Map<String, Limits> actions = actions(state);
    own.keySet().retainAll(actions.keySet());
    due.keySet().retainAll(actions.keySet());
    actions.forEach(
        (action, limits) -> {
          if (limits.wantedMb() > 0
              && limits.ranBy().contains(invoker)
              && !asking.contains(action)) {
            apply(action, limits, answers(state, action), nowMs);
          }
        });
  }

  private static Map<String, Limits> actions(ExchangeState state) {
    Map<String, Limits> actions = new HashMap<>();
    for (WorkflowState workflow : state.workflows().values()) {
      StageLocations placement = workflow.placement().within(state.members().present());
      List<WorkflowStage> stages = workflow.definition().stages();
      for (int s = 0; s < stages.size(); s++) {
        if (workflow.definition().tunes(s)) {
          actions.merge(
              stages.get(s).action(),
              new Limits(
                  workflow.load().advisedMb().get(s),
                  placement.memoryMb().get(s),
                  workflow.load().pace().lastMs(),
                  Set.copyOf(placement.ranBy().get(s))),
              Limits::and);
        }
      }
    }
    return actions;
  }

  private MemoryAnswers answers(ExchangeState state, String action) {
    return state
        .memory()
        .getOrDefault(action, MemoryAnswers.NONE)
        .plus(own.getOrDefault(action, MemoryAnswers.NONE));
  }

  private void apply(String action, Limits limits, MemoryAnswers answers, long nowMs) {
    int next = next(limits, answers);
    int rank = limits.rank(invoker);
    if (next == limits.presentMb()) {
      if (rank == 0) {
        tell(action, MemoryAnswers.settledAt(next));
      }
    } else if (next != NOTHING && nowMs >= due(action, next, nowMs + rank * PATIENCE_MS)) {
      ask(action, next);
    }
  }

  /** The next limit to settle. */
  private static int next(Limits limits, MemoryAnswers answers) {
    int next = limits.wantedMb();
    for (int tries = 1; tries < MOST_TRIES && answers.refused().contains(next); tries++) {
      next = MemorySteps.above(next);
    }
    boolean isKnown = answers.settled().contains(next) || answers.refused().contains(next);
    boolean isAbove = next > limits.wantedMb() && next > limits.presentMb();
    return isKnown || isAbove ? NOTHING : next;
  }

  private long due(String action, int megabytes, long latestMs) {
    return due.merge(
            action,
            new Due(megabytes, latestMs),
            (known, latest) -> known.megabytes() == latest.megabytes() ? known : latest)
        .atMs();
  }

  private void ask(String action, int megabytes) {
    asking.add(action);
    var unused =
        port.update(action, megabytes)
            .thenAccept(
                answer -> {
                  switch (answer) {
                    case UPDATED -> tell(action, MemoryAnswers.settledAt(megabytes));
                    case REFUSED -> tell(action, MemoryAnswers.refusedAt(megabytes));
                    case DENIED -> learn(action, MemoryAnswers.settledAt(megabytes));
                    case NONE -> {}
                  }
                })
            .whenComplete((done, failure) -> asking.remove(action));
  }

  private void tell(String action, MemoryAnswers answers) {
    learn(action, answers);
    log.accept(new MemoryAnswered(action, answers));
  }

  private void learn(String action, MemoryAnswers answers) {
    own.merge(action, answers, MemoryAnswers::plus);
  }
}
