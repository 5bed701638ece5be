/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionSpec;

/**
 * One decision about one function, and why.
 *
 * @param atMicros when, by the pool's clock
 * @param level which container of the function: the first that is about to be prepared or let go,
 *     counted from the first busy one
 * @param probability that it is needed in the next slot
 * @param source what the probability comes from
 * @param valueSeconds the delay that having it is expected to save, in seconds
 * @param costSeconds what its memory costs, in seconds of delay
 * @param action what is done
 * @param count to how many containers
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

  /** What tells that a container is needed. */
  public enum Source {
    FORECAST,
    SUCCESSOR
  }

  /** What is done. */
  public enum Action {
    PREPARE,
    LET_GO
  }
}
