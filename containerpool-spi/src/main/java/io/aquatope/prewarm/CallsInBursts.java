/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

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
  private final StartTimes startTimes;
  private final Bursts bursts = new Bursts();

  CallsInBursts(OnsetTimes onsets, StartTimes startTimes) {
    this.onsets = onsets;
    this.startTimes = startTimes;
  }

  @Override
  public void called(long nowMicros) {
    long reaction = Planner.SLOT_MICROS + Math.round(startTimes.coldSeconds() * 1e6);
    if (bursts.called(nowMicros, reaction)) {
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
  public double[] needs(
      AnyCall forecast, int levels, long fromMicros, long toMicros, long nowMicros) {
    double mean = onsets.mean(forecast, fromMicros, toMicros, nowMicros);
    double[] needs = new double[levels];
    for (int i = 0; i < levels; i++) {
      double next = -Math.expm1(-mean * bursts.atLeast(i + 1));
      needs[i] = 1 - (1 - next) * (1 - bursts.further(i + 1, fromMicros));
    }
    return needs;
  }
}
