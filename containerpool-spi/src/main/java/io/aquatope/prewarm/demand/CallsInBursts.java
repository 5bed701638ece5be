/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.function.LongSupplier;

/**
 * Calls come in {@link Bursts}. With the mean number b of bursts that begin in the stretch, by some
 * {@link OnsetTimes}, and their width W, the k-th further container is needed with the probability
 *
 * <pre>P(need of k) = 1 - exp(-b P(W &gt;= k))</pre>
 *
 * or because the burst of now needs it.
 */
final class CallsInBursts implements DemandModel {

  private final OnsetTimes onsets;
  private final LongSupplier reactionMicros;
  private final Bursts bursts = new Bursts();

  /**
   * @param reactionMicros how soon a container can be ready after a call: what comes before belongs
   *     to the same burst
   */
  CallsInBursts(OnsetTimes onsets, LongSupplier reactionMicros) {
    this.onsets = onsets;
    this.reactionMicros = reactionMicros;
  }

  @Override
  public void called(long nowMicros) {
    if (bursts.called(nowMicros, reactionMicros.getAsLong())) {
      onsets.called(nowMicros);
    }
  }

  @Override
  public void busy(int containers, long nowMicros) {
    bursts.busy(containers, nowMicros);
  }

  @Override
  public void close(long nowMicros) {
    onsets.close();
  }

  @Override
  public void rest() {
    onsets.rest();
  }

  @Override
  public double[] needs(
      AnyCall forecast, int skipped, int levels, long fromMicros, long toMicros, long nowMicros) {
    double mean = onsets.mean(forecast, fromMicros, toMicros, nowMicros);
    double[] needs = new double[levels];
    for (int i = 0; i < levels; i++) {
      int width = skipped + i + 1;
      double next = -Math.expm1(-mean * bursts.atLeast(width));
      needs[i] = 1 - (1 - next) * (1 - bursts.further(width, fromMicros));
    }
    return needs;
  }
}
