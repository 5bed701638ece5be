/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import io.aquatope.exchange.workflow.MemoryAnswers;

/**
 * OpenWhisk's answers to updates of an action's memory limit. Sent when they are known and repeated
 * at intervals, like a {@link WorkflowCheckpoint}. Earlier answers remain valid.
 *
 * @param action fully qualified, without version
 */
public record MemoryAnswered(String action, MemoryAnswers answers) implements ExchangeRecord {

  public MemoryAnswered {
    FieldChecks.text("action", action);
  }
}
