/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionSpec;

/**
 * A decision about one function, and its reason.
 *
 * @param atMicros time of the decision, by the pool's clock
 * @param level index of the first container that is prepared or released, counted from the first
 *     busy one
 * @param worth assessment of that container
 * @param action the action
 * @param count number of containers it applies to
 */
public record PrewarmDecision(
    long atMicros,
    FunctionSpec function,
    int level,
    ContainerWorth worth,
    Action action,
    int count) {

  /** Action on containers. */
  public enum Action {
    PREPARE,
    RELEASE
  }
}
