/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.SenderTable;
import io.aquatope.exchange.message.WorkflowCheckpoint;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.workflow.Workflow;
import java.util.Optional;
import java.util.Set;

/**
 * Counts the records that the bounded state drops. Computed outside the fold, because the fold is
 * pure.
 */
public final class LogBounds {

  private LogBounds() {}

  /**
   * Number of workflows of a message that were refused, plus senders and members that were
   * forgotten.
   */
  public static int release(ExchangeState before, ExchangeState after, Message message) {
    int release = 0;
    if (after.workflows().size() >= Workflow.MOST_KNOWN) {
      for (ExchangeRecord record : message.records()) {
        release +=
            defined(record).filter(w -> !after.workflows().containsKey(w)).isPresent() ? 1 : 0;
      }
    }
    return release
        + forgotten(
            SenderTable.MOST, before.senders().byName().keySet(), after.senders().byName().keySet())
        + forgotten(
            LiveMembers.MOST,
            before.members().silence().keySet(),
            after.members().silence().keySet());
  }

  private static Optional<String> defined(ExchangeRecord record) {
    if (record instanceof WorkflowDefined defined) {
      return Optional.of(defined.definition().name());
    }
    return record instanceof WorkflowCheckpoint checkpoint
        ? Optional.of(checkpoint.state().definition().name())
        : Optional.empty();
  }

  private static int forgotten(int most, Set<String> before, Set<String> after) {
    return before.size() < most
        ? 0
        : (int) before.stream().filter(name -> !after.contains(name)).count();
  }
}
