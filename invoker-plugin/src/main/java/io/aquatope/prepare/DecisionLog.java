/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import com.google.common.util.concurrent.RateLimiter;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.prewarm.forecast.FallbackReason;
import io.aquatope.text.TenantText;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Logs each decision of the policy {@code aquatope}: the prediction, its value and cost, and the
 * action. If there are too many per second, some lines are left out and counted. For the pool's
 * thread only.
 */
final class DecisionLog implements PrewarmListener {

  /** Maximum number of characters logged of an exception. */
  private static final int MOST_OF_A_CAUSE = 300;

  private final Consumer<String> log;
  private final RateLimiter limiter;
  private final String verb;
  private long leftOut;

  /**
   * @param log takes a line
   * @param linesPerSecond maximum rate of lines, on average
   * @param acting whether decisions are carried out, or only logged
   */
  @SuppressWarnings("UnstableApiUsage") // RateLimiter is "beta" since 2013
  DecisionLog(Consumer<String> log, double linesPerSecond, boolean acting) {
    this.log = log;
    this.limiter = RateLimiter.create(linesPerSecond);
    this.verb = acting ? "decided" : "would have decided";
  }

  @Override
  public void decided(PrewarmDecision decision) {
    say(
        () ->
            String.format(
                Locale.ROOT,
                "%s: %s %s of %s; container %s is needed with probability %.3f by %s,"
                    + " saves %.3f s, costs %.3f s",
                verb,
                word(decision.action()),
                decision.count(),
                LogNames.of(decision.function()),
                decision.level(),
                decision.worth().probability(),
                word(decision.worth().source()),
                decision.worth().valueSeconds(),
                decision.worth().costSeconds()));
  }

  @Override
  public void fellBack(FunctionSpec function, FallbackReason why, long nowMicros) {
    say(
        () ->
            String.format(
                Locale.ROOT,
                "OpenWhisk's rule is in force for %s: %s",
                LogNames.of(function),
                word(why)));
  }

  @Override
  public void recovered(FunctionSpec function, long nowMicros) {
    say(() -> "forecasts are in force for " + LogNames.of(function));
  }

  @Override
  public void release(FunctionSpec function, long nowMicros) {
    say(() -> LogNames.of(function) + " is no longer tracked: prewarm.functions others are");
  }

  /**
   * Called for a few kinds of failure at most. The line is never left out, as it is the only trace
   * of a model's fault.
   */
  @Override
  public void forecastFailed(FunctionId function, Throwable cause, long nowMicros) {
    StackTraceElement[] trace = cause.getStackTrace();
    log.accept(
        "forecasting %s failed, OpenWhisk's rule is in force for it: %s%s"
            .formatted(
                LogNames.of(function),
                TenantText.plain(cause.toString(), MOST_OF_A_CAUSE),
                trace.length == 0 ? "" : " at " + trace[0]));
  }

  @Override
  public void forecastsLeftOut(int windows, long nowMicros) {
    say(() -> "forecasts take longer than a window: " + windows + " windows were left out");
  }

  @SuppressWarnings("UnstableApiUsage") // RateLimiter is "beta" since 2013
  private void say(Supplier<String> line) {
    if (limiter.tryAcquire()) {
      log.accept(leftOut == 0 ? line.get() : line.get() + " (" + leftOut + " lines left out)");
      leftOut = 0;
    } else {
      leftOut++;
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
