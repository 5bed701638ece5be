/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.function.ToDoubleFunction;

/**
 * Assumes that calls come in {@link CallBursts}. With the mean number b of bursts that begin in the
 * period, and their width W, the k-th further container is needed with the probability
 *
 * <pre>P(need of k) = 1 - exp(-b P(W &gt;= k))</pre>
 *
 * or because the present burst needs it.
 */
final class CallsInBursts implements DemandModel {

  private final ToDoubleFunction<TimeAhead> onsets;

  /**
   * @param onsets number of bursts expected in a period
   */
  CallsInBursts(ToDoubleFunction<TimeAhead> onsets) {
    this.onsets = onsets;
  }

  @Override
  public double[] needs(TimeAhead ahead, int skipped, int levels) {
    double mean = onsets.applyAsDouble(ahead);
    CallBursts bursts = ahead.record().bursts();
    double[] needs = new double[levels];
    for (int i = 0; i < levels; i++) {
      int width = skipped + i + 1;
      double next = PoissonEvents.any(mean * bursts.atLeast(width));
      needs[i] = 1 - (1 - next) * (1 - bursts.further(width, ahead.fromMicros()));
    }
    return needs;
  }
}
