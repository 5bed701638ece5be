/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import com.google.common.collect.ImmutableList;
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
   * @param outlooks what it was planned from
   */
  default void planned(Outlooks outlooks, long nowMicros) {}

  /** Tells several, one after the other. */
  static PrewarmListener all(PrewarmListener... listeners) {
    return new PrewarmListeners(ImmutableList.copyOf(listeners));
  }
}
