/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import com.google.common.collect.ImmutableList;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.forecast.FallbackReason;

/**
 * Receives the decisions of the policy {@code aquatope}, for metrics and logs. Called on the pool's
 * thread; returns at once.
 */
public interface PrewarmListener {

  /** Ignores all events. */
  PrewarmListener NONE = new PrewarmListener() {};

  /** Containers will be prepared, or released. */
  default void decided(PrewarmDecision decision) {}

  /** From now on OpenWhisk's fixed rule decides about a function. */
  default void fellBack(FunctionSpec function, FallbackReason why, long nowMicros) {}

  /** From now on forecasts decide about a function again, or for the first time. */
  default void recovered(FunctionSpec function, long nowMicros) {}

  /** A function is dropped, because more functions were called than may be known at a time. */
  default void release(FunctionSpec function, long nowMicros) {}

  /**
   * A function, a request or an expectation is dropped, because there were more than may be known.
   */
  default void successorRelease() {}

  /** The forecasts of a function have thrown an exception, for the first time of its kind. */
  default void forecastFailed(FunctionId function, Throwable cause, long nowMicros) {}

  /**
   * Forecasts took longer than a window.
   *
   * @param windows number of windows without a forecast, because the next window had closed before
   *     their turn
   */
  default void forecastsLeftOut(int windows, long nowMicros) {}

  /**
   * A slot has been planned.
   *
   * @param outlooks the state that the plan was made from
   */
  default void planned(OutlookView outlooks, long nowMicros) {}

  /** A listener that passes each event to several, in their order. */
  static PrewarmListener all(PrewarmListener... listeners) {
    return new PrewarmListeners(ImmutableList.copyOf(listeners));
  }
}
