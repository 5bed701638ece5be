/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionSpec;

/**
 * Hears what the policy {@code aquatope} decides, for metrics and logs. Called on the pool's
 * thread; returns at once.
 */
public interface PrewarmListener {

  /** Hears nothing. */
  PrewarmListener NONE = new PrewarmListener() {};

  /** Containers are to be prepared, or let go. */
  default void decided(Decision decision) {}

  /** From now on OpenWhisk's fixed rule decides about a function. */
  default void fellBack(FunctionSpec function, Trouble why, long nowMicros) {}

  /** From now on forecasts decide about a function again, or for the first time. */
  default void recovered(FunctionSpec function, long nowMicros) {}

  /**
   * A slot has been planned.
   *
   * @param functions how many are known
   * @param fallenBack how many of them OpenWhisk's fixed rule decides about
   */
  default void planned(int functions, int fallenBack, long nowMicros) {}
}
