/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Assumes that calls come independently of each other, given their number. The k-th container is
 * needed if a call arrives while k - 1 are busy. With the mean number of {@link ExpectedCalls} c in
 * the period, and the {@link ConcurrencyForecast} N in the middle of it, the probability is
 *
 * <pre>P(need of k) = 1 - exp(-c P(N &gt;= k - 1))</pre>
 */
final class IndependentCalls implements DemandModel {

  @Override
  public double[] needs(TimeAhead ahead, int skipped, int levels) {
    ExpectedCalls calls = ahead.calls();
    double[] needs = new double[levels];
    if (calls.mean() == 0) {
      return needs;
    }
    int busy = ahead.record().busy();
    double runSeconds = ahead.record().runTime().meanSeconds();
    double rate = calls.others() / ahead.seconds();
    int lowest = busy + skipped;
    ConcurrencyForecast concurrency =
        new ConcurrencyForecast(
            busy, rate, runSeconds, ahead.secondsToMiddle(), lowest, lowest + levels);
    for (int i = 0; i < levels; i++) {
      needs[i] = PoissonEvents.any(calls.mean() * concurrency.atLeast(lowest + i));
    }
    return needs;
  }
}
