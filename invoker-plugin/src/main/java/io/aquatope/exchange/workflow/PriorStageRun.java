/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;

/**
 * A run of a stage in an earlier version of its workflow.
 *
 * @param action that the stage ran, fully qualified, without version
 * @param milliCores its limit
 * @param seconds its duration
 * @param failed whether it ended in an error
 */
public record PriorStageRun(String action, int milliCores, double seconds, boolean failed) {

  public PriorStageRun {
    FieldChecks.text("action", action);
    FieldChecks.that(milliCores > 0, "milliCores", milliCores, "more than 0");
    FieldChecks.that(seconds > 0, "seconds", seconds, "more than 0");
  }
}
