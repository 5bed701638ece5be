/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import io.aquatope.exchange.workflow.MemoryAnswers;

/**
 * What became of memory limits that an action was to get: told when it is known, and now and then
 * again, as a {@link WorkflowCheckpoint} is. What was told before still holds.
 *
 * @param action fully qualified, without version
 */
public record MemoryAnswered(String action, MemoryAnswers answers) implements ExchangeRecord {

  public MemoryAnswered {
    FieldChecks.text("action", action);
  }
}
