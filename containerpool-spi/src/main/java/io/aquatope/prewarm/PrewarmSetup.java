/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.forecast.ForecastModel;
import io.aquatope.prewarm.forecast.PastCalls;
import io.aquatope.prewarm.network.ForecastNetworks;
import io.aquatope.successor.KnownFollowers;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * What the policy {@code aquatope} works with.
 *
 * @param model forecasts windows of {@link #WINDOW}
 * @param executor where forecasts are made; runs one task after the other
 * @param midnightMicros how long after a midnight the pool's clock read 0, in microseconds
 * @param listener hears what is decided
 * @param pastCalls of functions that are new to the pool
 * @param followers of calls, as far as they are known from elsewhere
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

  /** One that knows nothing of the past. */
  public PrewarmSetup(
      PrewarmSettings settings,
      ForecastModel model,
      Executor executor,
      long midnightMicros,
      PrewarmListener listener) {
    this(settings, model, executor, midnightMicros, listener, PastCalls.NONE, KnownFollowers.NONE);
  }

  /** For virtual time: the default forecaster in the jar, at once, on the pool's own thread. */
  public static PrewarmSetup virtual() {
    ForecastModel model = ForecastNetworks.shipped().models(WINDOW, 0).named("default");
    return new PrewarmSetup(PrewarmSettings.DEFAULT, model, Runnable::run, 0, PrewarmListener.NONE);
  }

  /** The same with other settings. */
  public PrewarmSetup with(PrewarmSettings changed) {
    return new PrewarmSetup(
        changed, model, executor, midnightMicros, listener, pastCalls, followers);
  }

  /** The same with another forecaster. */
  public PrewarmSetup with(ForecastModel changed) {
    return new PrewarmSetup(
        settings, changed, executor, midnightMicros, listener, pastCalls, followers);
  }

  /** The same with another listener. */
  public PrewarmSetup with(PrewarmListener changed) {
    return new PrewarmSetup(
        settings, model, executor, midnightMicros, changed, pastCalls, followers);
  }

  /** The same with what others know of the past. */
  public PrewarmSetup with(PastCalls changed) {
    return new PrewarmSetup(
        settings, model, executor, midnightMicros, listener, changed, followers);
  }

  /** The same with what is known of followers. */
  public PrewarmSetup withFollowers(KnownFollowers changed) {
    return new PrewarmSetup(
        settings, model, executor, midnightMicros, listener, pastCalls, changed);
  }
}
