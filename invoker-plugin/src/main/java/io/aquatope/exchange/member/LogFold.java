/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.HubStarted;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.MemoryAdvised;
import io.aquatope.exchange.message.MemoryAnswered;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.RoundConcluded;
import io.aquatope.exchange.message.RoundProposed;
import io.aquatope.exchange.message.SenderCheckpoint;
import io.aquatope.exchange.message.SenderTable;
import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.message.UnreadCheckpoint;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.message.WorkflowWithdrawn;
import io.aquatope.exchange.workflow.MemoryAnswers;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowFold;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Derives the state from the log, one message at a time, in the order of the log. Pure: all readers
 * of the same log have the same state. A duplicate message changes nothing. The state is bounded
 * whatever the log contains: beyond {@link Workflow#MOST_KNOWN} workflows, new ones are refused;
 * beyond {@link SenderTable#MOST} senders, the one whose last message is the oldest is forgotten.
 */
public final class LogFold {

  private LogFold() {}

  /** The state after one more message. */
  public static ExchangeState fold(ExchangeState state, Message message) {
    SenderTable senders = state.senders();
    if (senders.has(message)) {
      return state.with(senders.passedOver(message));
    }
    senders = senders.read(message);
    Map<String, WorkflowState> workflows = new HashMap<>(state.workflows());
    Map<String, MemoryAnswers> memory = new HashMap<>(state.memory());
    LiveMembers members = state.members();
    boolean defines = false;
    for (ExchangeRecord record : message.records()) {
      if (record instanceof Heartbeat) {
        members = members.beat(message.from());
      } else if (record instanceof MemoryAnswered answer) {
        memory.merge(answer.action(), answer.answers(), MemoryAnswers::plus);
      } else if (record instanceof SenderCheckpoint checkpoint) {
        senders = senders.plus(checkpoint);
      } else {
        defines |= defines(record);
        fold(workflows, record);
      }
    }
    StageIndex index =
        defines ? state.index().changed(state.workflows(), workflows) : state.index();
    memory.keySet().removeIf(action -> index.tuning(action).isEmpty());
    return new ExchangeState(senders, members, workflows, memory, index);
  }

  private static boolean defines(ExchangeRecord record) {
    return record instanceof WorkflowDefined
        || record instanceof WorkflowWithdrawn
        || record instanceof WorkflowCheckpoint;
  }

  private static void fold(Map<String, WorkflowState> workflows, ExchangeRecord record) {
    if (record instanceof WorkflowDefined defined) {
      if (isFull(workflows, defined.definition())) {
        return;
      }
      workflows.merge(
          defined.definition().name(),
          WorkflowState.first(defined.definition()),
          (known, first) -> WorkflowFold.defined(known, defined.definition()));
    } else if (record instanceof WorkflowWithdrawn withdrawal) {
      workflows.remove(withdrawal.workflow());
    } else if (record instanceof WorkflowCheckpoint checkpoint) {
      restore(workflows, checkpoint.state());
    } else if (record instanceof InstanceReport seen) {
      change(
          workflows,
          seen.workflow(),
          s -> WorkflowFold.observed(s, seen.version(), seen.observedMs(), seen.instance()));
    } else if (record instanceof RoundProposed proposal) {
      change(
          workflows,
          proposal.workflow(),
          s ->
              WorkflowFold.proposed(
                  s, proposal.version(), proposal.round(), proposal.candidates()));
    } else if (record instanceof MemoryAdvised advice) {
      change(
          workflows,
          advice.workflow(),
          s -> WorkflowFold.advised(s, advice.version(), advice.megabytes()));
    } else if (record instanceof RoundConcluded conclusion) {
      change(
          workflows,
          conclusion.workflow(),
          s ->
              WorkflowFold.concluded(
                  s, conclusion.version(), conclusion.round(), conclusion.choice()));
    } else if (!tellsNothing(record)) {
      // All readers must fail alike: if some folded a record and others skipped it, their states
      // would differ.
      throw new IllegalStateException("no rule folds a " + record.getClass().getSimpleName());
    }
  }

  /**
   * Whether a record changes nothing here. Observations of stages are for controllers, and unknown
   * records are skipped.
   */
  private static boolean tellsNothing(ExchangeRecord record) {
    return record instanceof StageReport
        || record instanceof HubStarted
        || record instanceof UnreadCheckpoint
        || ExchangeRecord.isUnknown(record);
  }

  private static boolean isFull(Map<String, WorkflowState> workflows, Workflow next) {
    return workflows.size() >= Workflow.MOST_KNOWN && !workflows.containsKey(next.name());
  }

  private static void change(
      Map<String, WorkflowState> workflows, String name, UnaryOperator<WorkflowState> change) {
    workflows.computeIfPresent(name, (n, state) -> change.apply(state));
  }

  /**
   * Restores a workflow from a checkpoint, unless the present state rests on more decisions. From
   * there on, readers that have read the whole log and readers that have not agree.
   */
  private static void restore(Map<String, WorkflowState> workflows, WorkflowState written) {
    WorkflowState known = workflows.get(written.definition().name());
    if (isFull(workflows, written.definition())) {
      return;
    }
    if (known == null || known.revision() <= written.revision()) {
      workflows.put(written.definition().name(), written);
    }
  }
}
