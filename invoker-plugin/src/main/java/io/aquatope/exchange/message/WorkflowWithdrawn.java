/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;

/**
 * Withdrawal of a workflow. It is no longer tuned, and its actions get back the limits that their
 * developers set.
 */
public record WorkflowWithdrawn(String workflow) implements ExchangeRecord {

  public WorkflowWithdrawn {
    FieldChecks.text("workflow", workflow);
  }
}
