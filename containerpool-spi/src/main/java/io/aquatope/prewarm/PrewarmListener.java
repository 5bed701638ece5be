/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import com.google.common.collect.ImmutableList;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.forecast.FallbackReason;

/**
 * Hears what the policy {@code aquatope} decides, for metrics and logs. Called on the pool's
 * thread; returns at once.
 */
public interface PrewarmListener {

  /** Hears nothing. */
  PrewarmListener NONE = new PrewarmListener() {};

  /** Containers are to be prepared, or let go. */
  default void decided(PrewarmDecision decision) {}

  /** From now on OpenWhisk's fixed rule decides about a function. */
  default void fellBack(FunctionSpec function, FallbackReason why, long nowMicros) {}

  /** From now on forecasts decide about a function again, or for the first time. */
  default void recovered(FunctionSpec function, long nowMicros) {}

  /** A function is no longer known, as there were more than may be known at a time. */
  default void release(FunctionSpec function, long nowMicros) {}

  /** A function, a request or an expectation is forgotten, as there were more than may be known. */
  default void successorRelease() {}

  /** The forecasts of a function have thrown an exception, for the first time of its kind. */
  default void forecastFailed(FunctionId function, Throwable cause, long nowMicros) {}

  /**
   * Forecasts took longer than a window.
   *
   * @param windows that were not forecast, as the next one had closed before their turn came
   */
  default void forecastsLeftOut(int windows, long nowMicros) {}

  /**
   * A slot has been planned.
   *
   * @param outlooks what it was planned from
   */
  default void planned(OutlookView outlooks, long nowMicros) {}

  /** Tells several, one after the other. */
  static PrewarmListener all(PrewarmListener... listeners) {
    return new PrewarmListeners(ImmutableList.copyOf(listeners));
  }
}
