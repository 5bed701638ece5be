/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.aquatope.exchange.FieldChecks;

/**
 * Report of one activation by the invoker that ran it. Controllers join these reports to workflow
 * instances.
 *
 * @param activation its id
 * @param namespace in which it was invoked
 * @param root the transaction that the activation descends from, by its {@link RootId}
 * @param action the fully qualified name without version
 * @param execution its run; in JSON, the fields of the run are fields of the report
 */
public record StageReport(
    String activation,
    String namespace,
    String root,
    String action,
    @JsonUnwrapped StageExecution execution)
    implements ExchangeRecord {

  public StageReport {
    FieldChecks.text("activation", activation);
    FieldChecks.text("namespace", namespace);
    FieldChecks.text("root", root);
    FieldChecks.text("action", action);
  }

  @Override
  public boolean mayBeDropped() {
    return true;
  }
}
