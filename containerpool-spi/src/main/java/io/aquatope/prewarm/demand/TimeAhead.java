/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import org.jspecify.annotations.Nullable;

/** A stretch of time to come, for which each {@link DemandModel} is asked how much it needs. */
final class TimeAhead {

  private final CallRecord record;
  private final AnyCall forecast;
  private final long fromMicros;
  private final long toMicros;
  private final long nowMicros;
  private @Nullable ExpectedCalls calls;
  private double onsets = Double.NaN;

  /**
   * @param forecast of calls in each window
   * @param fromMicros when the stretch begins, now or later
   */
  TimeAhead(CallRecord record, AnyCall forecast, long fromMicros, long toMicros, long nowMicros) {
    this.record = record;
    this.forecast = forecast;
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
    this.nowMicros = nowMicros;
  }

  CallRecord record() {
    return record;
  }

  long fromMicros() {
    return fromMicros;
  }

  /** Its length. */
  double seconds() {
    return (toMicros - fromMicros) / 1e6;
  }

  /** How long it is until its middle. */
  double secondsToMiddle() {
    return (fromMicros - nowMicros) / 1e6 + seconds() / 2;
  }

  /** Calls to be expected by the forecast; computed once. */
  ExpectedCalls calls() {
    ExpectedCalls known = calls;
    if (known == null) {
      known = expected(record.calls());
      calls = known;
    }
    return known;
  }

  /** How many bursts are to be expected by the forecast; computed once. */
  double onsets() {
    if (Double.isNaN(onsets)) {
      onsets = record.isEachAnOnset() ? calls().mean() : expected(record.onsets()).mean();
    }
    return onsets;
  }

  /** How many bursts are to be expected by the time since the last one. */
  double onsetsByGaps() {
    return record.gaps().mean(fromMicros, toMicros, nowMicros);
  }

  private ExpectedCalls expected(CallTimes times) {
    return times.expected(forecast, fromMicros, toMicros, nowMicros);
  }
}
