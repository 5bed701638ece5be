/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import java.util.List;

/**
 * Decides the number of containers of each function at each tick.
 *
 * @param <S> state that the rule keeps for one function
 */
interface ScalingRule<S> {

  /** One function at a tick. */
  record Observed<S>(
      FunctionSpec function, S memory, FunctionLoad.Interval load, FunctionCount containers) {}

  /** Time between two ticks, in microseconds. */
  long tickMicros();

  /** State of a function not seen before. */
  S newMemory(FunctionSpec function);

  /**
   * Learns the load since the last tick, and decides the number of containers of each function
   * until the next one, busy ones included; in the order of the functions.
   */
  int[] decide(List<Observed<S>> functions, long nowMicros);

  /** See {@link io.aquatope.pool.PoolPolicy#startTook}. */
  default void startTook(FunctionSpec function, StartKind start, long delayMicros) {}
}
