/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import org.jspecify.annotations.Nullable;

/** A future period, for which each {@link DemandModel} predicts the need. */
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
   * @param fromMicros begin of the period, now or later
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

  /** Length of the period. */
  double seconds() {
    return (toMicros - fromMicros) / 1e6;
  }

  /** Time until the middle of the period. */
  double secondsToMiddle() {
    return (fromMicros - nowMicros) / 1e6 + seconds() / 2;
  }

  /** Calls expected by the forecast; computed once. */
  ExpectedCalls calls() {
    ExpectedCalls known = calls;
    if (known == null) {
      known = expected(record.calls());
      calls = known;
    }
    return known;
  }

  /** Number of bursts expected by the forecast; computed once. */
  double onsets() {
    if (Double.isNaN(onsets)) {
      onsets = record.isEachAnOnset() ? calls().mean() : expected(record.onsets()).mean();
    }
    return onsets;
  }

  /** Number of bursts expected by the time since the last one. */
  double onsetsByGaps() {
    return record.gaps().mean(fromMicros, toMicros, nowMicros);
  }

  private ExpectedCalls expected(CallTimes times) {
    return times.expected(forecast, fromMicros, toMicros, nowMicros);
  }
}
