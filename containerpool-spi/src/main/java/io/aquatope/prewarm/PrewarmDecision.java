/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionSpec;

/**
 * A decision about one function, and its reason.
 *
 * @param atMicros time of the decision, by the pool's clock
 * @param level index of the first container that is prepared or released, counted from the first
 *     busy one
 * @param probability that it is needed in the next slot
 * @param source origin of the probability
 * @param valueSeconds the delay that having it is expected to save, in seconds
 * @param costSeconds the cost of its memory, in seconds of delay
 * @param action the action
 * @param count number of containers it applies to
 */
public record PrewarmDecision(
    long atMicros,
    FunctionSpec function,
    int level,
    double probability,
    Source source,
    double valueSeconds,
    double costSeconds,
    Action action,
    int count) {

  /** Origin of the probability that a container is needed. */
  public enum Source {
    FORECAST,
    SUCCESSOR
  }

  /** Action on containers. */
  public enum Action {
    PREPARE,
    RELEASE
  }
}
