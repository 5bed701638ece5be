/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.google.common.math.Quantiles;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Estimates the cold start of a function from its activation records.
 *
 * <p>A record does not contain the time to create a container, which is a part of the wait. A warm
 * activation waits as well, for the controller, the message bus and the pool. The cold start is
 * therefore the median of {@code wait − median(wait of warm ones) + init} over the cold ones, and
 * at least the init. If no warm one is known, the whole wait counts.
 */
final class ColdStartEstimate {

  private record Cold(long waitMillis, long initMillis) {}

  private final List<Long> warmWaits = new ArrayList<>();
  private final List<Cold> colds = new ArrayList<>();

  void add(ActivationRecord activation) {
    if (activation.initMillis().isPresent()) {
      colds.add(new Cold(activation.waitMillis(), activation.initMillis().getAsLong()));
    } else {
      warmWaits.add(activation.waitMillis());
    }
  }

  /** The cold start in microseconds; empty without cold starts. */
  OptionalLong micros() {
    if (colds.isEmpty()) {
      return OptionalLong.empty();
    }
    double usualWait = warmWaits.isEmpty() ? 0 : Quantiles.median().compute(warmWaits);
    double millis =
        Quantiles.median()
            .compute(
                colds.stream()
                    .map(cold -> Math.max(0, cold.waitMillis - usualWait) + cold.initMillis)
                    .toList());
    return OptionalLong.of(Math.round(millis * TimeUnit.MILLISECONDS.toMicros(1)));
  }
}
