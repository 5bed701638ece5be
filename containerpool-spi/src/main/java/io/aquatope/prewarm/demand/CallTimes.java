/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/** Number of calls in a period, by the forecast and the {@link CallPattern}. */
final class CallTimes {

  private final WindowClock clock;
  private final CallPattern pattern;

  CallTimes(WindowClock clock) {
    this(clock, new CallPattern());
  }

  private CallTimes(WindowClock clock, CallPattern pattern) {
    this.clock = clock;
    this.pattern = pattern;
  }

  /** A copy, which learns separately from now on. */
  CallTimes copy() {
    return new CallTimes(clock, pattern.copy());
  }

  /** A call comes. */
  void called(long nowMicros) {
    pattern.called(clock.progress(nowMicros));
  }

  /** Closes the window; the next one begins. */
  void close() {
    pattern.close();
  }

  /** Keeps only state that cannot be computed again. */
  void rest() {
    pattern.rest();
  }

  /**
   * Calls expected in a period.
   *
   * @param forecast of calls in each window
   * @param fromMicros begin of the period, now or later
   */
  ExpectedCalls expected(AnyCall forecast, long fromMicros, long toMicros, long nowMicros) {
    long window = clock.window(fromMicros);
    long end = clock.begin(window + 1);
    return toMicros <= end
        ? expected(forecast, window, fromMicros, toMicros, nowMicros)
        : expected(forecast, window, fromMicros, end, nowMicros)
            .plus(expected(forecast, window + 1, end, toMicros, nowMicros));
  }

  private ExpectedCalls expected(
      AnyCall forecast, long window, long fromMicros, long toMicros, long nowMicros) {
    double probability = forecast.in(window);
    if (probability == 0) {
      return ExpectedCalls.NONE;
    }
    boolean open = clock.window(nowMicros) == window;
    return pattern.expected(
        probability,
        open,
        open ? clock.progress(nowMicros) : 0,
        clock.part(window, fromMicros),
        clock.part(window, toMicros));
  }
}
