/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.Expect;
import io.aquatope.exchange.workflow.Instance;

/**
 * One instance of a workflow, joined of its stages.
 *
 * @param version of the workflow's definition
 * @param root the transaction that all stages descend from
 */
public record WorkflowObserved(String workflow, String version, String root, Instance instance)
    implements ExchangeRecord {

  public WorkflowObserved {
    Expect.text("workflow", workflow);
    Expect.text("version", version);
    Expect.text("root", root);
  }

  @Override
  public boolean mayBeDropped() {
    return true;
  }
}
