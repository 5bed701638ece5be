/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.FunctionId;
import io.aquatope.prewarm.forecast.FallbackReason;
import io.aquatope.prewarm.forecast.ForecastRound;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The policy's live records at one time: sums from the last round of forecasts, details from the
 * active functions.
 *
 * @param functions number of known functions
 * @param young how many of them became known in this window or the one before
 * @param window the present window
 */
record LiveOutlookView(
    int functions,
    int young,
    long window,
    ForecastRound round,
    ActiveFunctions active,
    Planner planner,
    long nowMicros)
    implements OutlookView {

  @Override
  public Map<FallbackReason, Integer> fallenBack() {
    Map<FallbackReason, Integer> counts = new EnumMap<>(FallbackReason.class);
    if (round.covers(window)) {
      counts.putAll(round.totals().troubles());
    } else {
      int failed = round.totals().troubles().getOrDefault(FallbackReason.FAILED, 0);
      add(counts, FallbackReason.FAILED, failed);
      add(counts, FallbackReason.LATE, round.totals().functions() - failed);
    }
    int missing = Math.max(0, functions - round.totals().functions());
    add(counts, FallbackReason.UNKNOWN, Math.min(missing, young));
    add(counts, FallbackReason.LATE, missing - Math.min(missing, young));
    return counts;
  }

  private static void add(Map<FallbackReason, Integer> counts, FallbackReason trouble, int count) {
    if (count > 0) {
      counts.merge(trouble, count, Integer::sum);
    }
  }

  @Override
  public double coverage() {
    return round.totals().coverage();
  }

  @Override
  public List<OutlookSnapshot> all() {
    Map<FunctionId, OutlookSnapshot.Worth> weighed = planner.weighed();
    return active.shown().stream()
        .map(
            outlook ->
                outlook.snapshot(
                    Optional.ofNullable(outlook.trouble(nowMicros)),
                    Optional.ofNullable(weighed.get(outlook.function().id())),
                    nowMicros))
        .toList();
  }
}
