/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/** How many calls come in a stretch of time, by the forecast and the {@link CallPattern}. */
final class CallTimes implements OnsetTimes {

  private final WindowClock clock;
  private final CallPattern pattern = new CallPattern();

  CallTimes(WindowClock clock) {
    this.clock = clock;
  }

  @Override
  public void called(long nowMicros) {
    pattern.called(clock.progress(nowMicros));
  }

  @Override
  public void close() {
    pattern.close();
  }

  @Override
  public void rest() {
    pattern.rest();
  }

  @Override
  public double mean(AnyCall forecast, long fromMicros, long toMicros, long nowMicros) {
    return expected(forecast, fromMicros, toMicros, nowMicros).mean();
  }

  /** Calls to be expected; see {@link #mean}. */
  Calls expected(AnyCall forecast, long fromMicros, long toMicros, long nowMicros) {
    long window = clock.window(fromMicros);
    long end = clock.begin(window + 1);
    return toMicros <= end
        ? expected(forecast, window, fromMicros, toMicros, nowMicros)
        : expected(forecast, window, fromMicros, end, nowMicros)
            .plus(expected(forecast, window + 1, end, toMicros, nowMicros));
  }

  private Calls expected(
      AnyCall forecast, long window, long fromMicros, long toMicros, long nowMicros) {
    double probability = forecast.in(window);
    if (probability == 0) {
      return Calls.NONE;
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
