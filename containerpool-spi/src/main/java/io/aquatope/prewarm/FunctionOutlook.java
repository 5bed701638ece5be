/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.forecast.Window;
import io.aquatope.pool.FunctionSpec;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one function, and how likely each further container of it is needed.
 *
 * <p>The k-th container is needed in a stretch of time if a call comes that finds k - 1 busy. With
 * the mean number of {@link Calls} c in the stretch, and the {@link Concurrency} N in the middle of
 * it, that has the probability
 *
 * <pre>P(need of k) = 1 - exp(-c P(N &gt;= k - 1))</pre>
 *
 * where P is the share of the last calls that found so many busy, if calls come in {@linkplain
 * BusyTime bursts} and that is more: N takes them to come independently of each other.
 */
final class FunctionOutlook {

  private final FunctionSpec function;
  private final WindowClock clock;
  private final CallPattern pattern = new CallPattern();
  private final BusyTime busyTime = new BusyTime();
  private final Calibration calibration = new Calibration();
  private final StartTimes startTimes;
  private @Nullable Forecast forecast;
  private boolean failed;
  private int closedWindows;
  private int silentWindows;

  FunctionOutlook(FunctionSpec function, WindowClock clock, StartTimes startTimes) {
    this.function = function;
    this.clock = clock;
    this.startTimes = startTimes;
  }

  FunctionSpec function() {
    return function;
  }

  StartTimes startTimes() {
    return startTimes;
  }

  /** The running share of windows that its forecasts covered; empty before the first one. */
  OptionalDouble coverage() {
    return calibration.coverage();
  }

  /** All this for others. */
  Outlook told(Optional<Trouble> trouble, Optional<Outlook.Worth> worth, long nowMicros) {
    long window = clock.window(nowMicros);
    return new Outlook(
        function,
        trouble,
        coverage().orElse(1),
        Optional.ofNullable(forecast).filter(f -> f.covers(window)).map(f -> f.of(window)),
        calls(nowMicros, nowMicros + clock.lengthMicros(), nowMicros).mean(),
        startTimes.coldSeconds(),
        startTimes.initSeconds(),
        busyTime.meanSeconds(),
        worth);
  }

  /** For how many windows it has not been called. */
  int silentWindows() {
    return silentWindows;
  }

  void called(long nowMicros) {
    pattern.called(clock.progress(nowMicros));
    busyTime.called();
  }

  /** So many containers are busy from now on. */
  void busy(int containers, long nowMicros) {
    busyTime.busy(containers, nowMicros);
  }

  /** A window is over; returns what was seen in it. */
  Window close(long window, long nowMicros) {
    int peak = busyTime.close(nowMicros);
    Window closed = new Window(window, pattern.came(), peak);
    silentWindows = peak == 0 ? silentWindows + 1 : 0;
    pattern.close();
    closedWindows++;
    Forecast known = forecast;
    if (known != null && known.covers(window)) {
      calibration.observe(known.of(window), peak);
    }
    return closed;
  }

  void forecast(Forecast newest) {
    failed = newest.failed();
    forecast = failed ? null : newest;
  }

  /** What speaks against its forecasts now, or null if nothing does. */
  @Nullable Trouble trouble(long nowMicros) {
    Forecast known = forecast;
    if (failed) {
      return Trouble.FAILED;
    } else if (known == null) {
      return closedWindows <= 1 ? Trouble.UNKNOWN : Trouble.LATE;
    } else if (!known.covers(clock.window(nowMicros))) {
      return Trouble.LATE;
    }
    return calibration.isTrusted() ? null : Trouble.UNCALIBRATED;
  }

  /** Whether the probability of any call in this window and the next is below a least one. */
  boolean isQuiet(double least, long nowMicros) {
    Forecast known = forecast;
    long window = clock.window(nowMicros);
    return known == null
        || (pattern.came() == 0
            && probability(known, window) < least
            && probability(known, window + 1) < least);
  }

  private static double probability(Forecast known, long window) {
    return known.covers(window) ? known.of(window).atLeast(1) : 0;
  }

  /**
   * The probability that the next containers are needed beyond those that are busy now.
   *
   * @param busy how many are busy
   * @param levels for how many further ones
   * @param fromMicros when the stretch of time begins, now or later
   * @return for the first to the last of them; never rises
   */
  double[] needs(int busy, int levels, long fromMicros, long toMicros, long nowMicros) {
    Calls calls = calls(fromMicros, toMicros, nowMicros);
    double[] needs = new double[levels];
    if (calls.mean() == 0) {
      return needs;
    }
    double seconds = (toMicros - fromMicros) / 1e6;
    double ahead = (fromMicros - nowMicros) / 1e6 + seconds / 2;
    double rate = calls.others() / seconds;
    Concurrency concurrency =
        new Concurrency(busy, rate, busyTime.meanSeconds(), ahead, busy + levels);
    for (int i = 0; i < levels; i++) {
      double found = Math.max(concurrency.atLeast(busy + i), busyTime.foundInBursts(busy + i));
      needs[i] = -Math.expm1(-calls.mean() * found);
    }
    return needs;
  }

  private Calls calls(long fromMicros, long toMicros, long nowMicros) {
    long window = clock.window(fromMicros);
    long end = clock.begin(window + 1);
    return toMicros <= end
        ? calls(window, fromMicros, toMicros, nowMicros)
        : calls(window, fromMicros, end, nowMicros)
            .plus(calls(window + 1, end, toMicros, nowMicros));
  }

  private Calls calls(long window, long fromMicros, long toMicros, long nowMicros) {
    Forecast known = forecast;
    if (known == null || !known.covers(window)) {
      return Calls.NONE;
    }
    boolean open = clock.window(nowMicros) == window;
    return pattern.expected(
        probability(known, window),
        open,
        open ? clock.progress(nowMicros) : 0,
        clock.part(window, fromMicros),
        clock.part(window, toMicros));
  }
}
