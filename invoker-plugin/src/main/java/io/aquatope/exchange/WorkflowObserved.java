/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.util.Map;
import java.util.TreeMap;

/**
 * One instance of a workflow, joined of its stages.
 *
 * @param version of the workflow's definition
 * @param instance the transaction that all stages descend from
 * @param latencyMs from the request to the end of the last stage
 * @param succeeded whether all stages ran, and none ended in an error
 * @param observedMs when the last stage was observed, in milliseconds since 1970
 * @param stages by name; those that ran
 */
public record WorkflowObserved(
    String workflow,
    String version,
    String instance,
    long latencyMs,
    boolean succeeded,
    long observedMs,
    Map<String, StageSeen> stages)
    implements ExchangeRecord {

  public WorkflowObserved {
    Expect.text("workflow", workflow);
    Expect.text("version", version);
    Expect.text("instance", instance);
    Expect.notNegative("latencyMs", latencyMs);
    Expect.notNegative("observedMs", observedMs);
    stages = Map.copyOf(new TreeMap<>(stages));
  }

  @Override
  public boolean mayBeDropped() {
    return true;
  }
}
