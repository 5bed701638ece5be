/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.prewarm.forecast.PastCalls;
import io.aquatope.prewarm.network.ForecastNetworks;
import io.aquatope.successor.KnownFollowers;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Collaborators of the policy {@code aquatope}.
 *
 * @param model forecasts windows of {@link #WINDOW}
 * @param executor runs the forecasts, one task after the other
 * @param midnightMicros how long after a midnight the pool's clock read 0, in microseconds
 * @param listener receives the decisions
 * @param pastCalls past calls of functions that are new to the pool
 * @param followers followers of calls that are known from other sources
 */
public record PrewarmSetup(
    PrewarmSettings settings,
    ForecastModel model,
    Executor executor,
    long midnightMicros,
    PrewarmListener listener,
    PastCalls pastCalls,
    KnownFollowers followers) {

  /** Length of the windows that are forecast. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  /** A setup without past calls and known followers. */
  public PrewarmSetup(
      PrewarmSettings settings,
      ForecastModel model,
      Executor executor,
      long midnightMicros,
      PrewarmListener listener) {
    this(settings, model, executor, midnightMicros, listener, PastCalls.NONE, KnownFollowers.NONE);
  }

  /**
   * A setup for virtual time. The default forecaster in the jar runs synchronously on the pool's
   * own thread.
   */
  public static PrewarmSetup virtual() {
    ForecastModel model = ForecastNetworks.shipped().models(WINDOW, 0).named("default");
    return new PrewarmSetup(PrewarmSettings.DEFAULT, model, Runnable::run, 0, PrewarmListener.NONE);
  }

  /** A copy with other settings. */
  public PrewarmSetup with(PrewarmSettings changed) {
    return new PrewarmSetup(
        changed, model, executor, midnightMicros, listener, pastCalls, followers);
  }

  /** A copy with another forecaster. */
  public PrewarmSetup with(ForecastModel changed) {
    return new PrewarmSetup(
        settings, changed, executor, midnightMicros, listener, pastCalls, followers);
  }

  /** A copy with another listener. */
  public PrewarmSetup with(PrewarmListener changed) {
    return new PrewarmSetup(
        settings, model, executor, midnightMicros, changed, pastCalls, followers);
  }

  /** A copy with other past calls. */
  public PrewarmSetup with(PastCalls changed) {
    return new PrewarmSetup(
        settings, model, executor, midnightMicros, listener, changed, followers);
  }

  /** A copy with other known followers. */
  public PrewarmSetup withFollowers(KnownFollowers changed) {
    return new PrewarmSetup(
        settings, model, executor, midnightMicros, listener, pastCalls, changed);
  }
}
