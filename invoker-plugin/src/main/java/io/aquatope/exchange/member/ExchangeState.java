/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.collect.ImmutableMap;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.MemoryAnswered;
import io.aquatope.exchange.message.SenderTable;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.workflow.MemoryAnswers;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * State of the exchange as an invoker knows it from the log.
 *
 * @param senders position up to which each sender's messages have been read
 * @param workflows by name
 * @param memory for each action of a workflow, the answers to its updates of the memory limit, if
 *     any
 * @param index of the workflows' stages
 */
public record ExchangeState(
    SenderTable senders,
    LiveMembers members,
    Map<String, WorkflowState> workflows,
    Map<String, MemoryAnswers> memory,
    StageIndex index) {

  /** The state before the log has been read. */
  public static final ExchangeState NONE =
      new ExchangeState(SenderTable.NONE, LiveMembers.NONE, Map.of(), Map.of(), StageIndex.NONE);

  public ExchangeState {
    workflows = ImmutableMap.copyOf(workflows);
    memory = ImmutableMap.copyOf(memory);
  }

  ExchangeState with(SenderTable next) {
    return next.equals(senders) ? this : new ExchangeState(next, members, workflows, memory, index);
  }

  /** The records for readers that have not read the log from its beginning. */
  List<ExchangeRecord> checkpoint() {
    List<ExchangeRecord> records = new ArrayList<>();
    workflows.values().forEach(workflow -> records.add(new WorkflowCheckpoint(workflow)));
    memory.forEach((action, answers) -> records.add(new MemoryAnswered(action, answers)));
    records.addAll(senders.checkpoint());
    return records;
  }
}
