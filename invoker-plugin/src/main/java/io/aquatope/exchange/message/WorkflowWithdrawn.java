/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;

/** A workflow that is no longer tuned: its actions get back what their developers set. */
public record WorkflowWithdrawn(String workflow) implements ExchangeRecord {

  public WorkflowWithdrawn {
    FieldChecks.text("workflow", workflow);
  }
}
