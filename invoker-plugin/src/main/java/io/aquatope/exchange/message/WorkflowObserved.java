/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.Expect;
import io.aquatope.exchange.workflow.Instance;

/**
 * One instance of a workflow, joined of its stages.
 *
 * @param version of the workflow's definition
 * @param root the transaction that all stages descend from, by its {@link RootId}
 * @param succeeded whether all stages ran, and none ended in an error
 * @param observedMs when the last stage ended, in milliseconds since 1970
 */
public record WorkflowObserved(
    String workflow,
    String version,
    String root,
    boolean succeeded,
    long observedMs,
    Instance instance)
    implements ExchangeRecord {

  public WorkflowObserved {
    Expect.text("workflow", workflow);
    Expect.text("version", version);
    Expect.text("root", root);
    Expect.notNegative("observedMs", observedMs);
  }

  @Override
  public boolean mayBeDropped() {
    return true;
  }
}
