/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;

/**
 * Report of one workflow instance, joined from its stages.
 *
 * @param version of the workflow's definition
 * @param root the transaction that all stages descend from, by its {@link RootId}
 * @param succeeded whether all stages ran, and none ended in an error
 * @param observedMs end of the last stage, in milliseconds since 1970
 */
public record InstanceReport(
    String workflow,
    String version,
    String root,
    boolean succeeded,
    long observedMs,
    WorkflowInstance instance)
    implements ExchangeRecord {

  public InstanceReport {
    FieldChecks.text("workflow", workflow);
    FieldChecks.text("version", version);
    FieldChecks.text("root", root);
    FieldChecks.notNegative("observedMs", observedMs);
  }

  @Override
  public boolean mayBeDropped() {
    return true;
  }
}
