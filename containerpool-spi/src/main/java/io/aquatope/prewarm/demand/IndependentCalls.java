/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Calls come independently of each other, given how many there are: the k-th container is needed if
 * a call comes that finds k - 1 busy. With the mean number of {@link ExpectedCalls} c in the
 * stretch, and the {@link ConcurrencyForecast} N in the middle of it, that has the probability
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
