/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import com.google.common.collect.ImmutableList;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.forecast.FallbackReason;

/** Passes each event to several listeners. */
record PrewarmListeners(ImmutableList<PrewarmListener> listeners) implements PrewarmListener {

  @Override
  public void decided(PrewarmDecision decision) {
    listeners.forEach(listener -> listener.decided(decision));
  }

  @Override
  public void fellBack(FunctionSpec function, FallbackReason why, long nowMicros) {
    listeners.forEach(listener -> listener.fellBack(function, why, nowMicros));
  }

  @Override
  public void recovered(FunctionSpec function, long nowMicros) {
    listeners.forEach(listener -> listener.recovered(function, nowMicros));
  }

  @Override
  public void release(FunctionSpec function, long nowMicros) {
    listeners.forEach(listener -> listener.release(function, nowMicros));
  }

  @Override
  public void successorRelease() {
    listeners.forEach(PrewarmListener::successorRelease);
  }

  @Override
  public void forecastFailed(FunctionId function, Throwable cause, long nowMicros) {
    listeners.forEach(listener -> listener.forecastFailed(function, cause, nowMicros));
  }

  @Override
  public void forecastsLeftOut(int windows, long nowMicros) {
    listeners.forEach(listener -> listener.forecastsLeftOut(windows, nowMicros));
  }

  @Override
  public void planned(OutlookView outlooks, long nowMicros) {
    listeners.forEach(listener -> listener.planned(outlooks, nowMicros));
  }
}
