/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Calls come independently of each other, given how many there are: the k-th container is needed if
 * a call comes that finds k - 1 busy. With the mean number of {@link Calls} c in the stretch, and
 * the {@link Concurrency} N in the middle of it, that has the probability
 *
 * <pre>P(need of k) = 1 - exp(-c P(N &gt;= k - 1))</pre>
 */
final class IndependentCalls implements DemandModel {

  private final CallTimes times;
  private final RunTime runTime = new RunTime();
  private int busy;

  IndependentCalls(WindowClock clock) {
    times = new CallTimes(clock);
  }

  @Override
  public void called(long nowMicros) {
    times.called(nowMicros);
    runTime.called();
  }

  @Override
  public void busy(int containers, long nowMicros) {
    busy = containers;
    runTime.busy(containers, nowMicros);
  }

  @Override
  public void close(long nowMicros) {
    times.close();
    runTime.close(nowMicros);
  }

  @Override
  public void skip(long windows) {
    runTime.skip(windows);
  }

  @Override
  public void rest() {
    times.rest();
  }

  /** How many calls are to be expected; see {@link OnsetTimes#mean}. */
  double mean(AnyCall forecast, long fromMicros, long toMicros, long nowMicros) {
    return times.mean(forecast, fromMicros, toMicros, nowMicros);
  }

  /** How many containers are busy, but for those that have been so for unusually long. */
  int usuallyBusy(long nowMicros) {
    return runTime.usuallyBusy(nowMicros);
  }

  /** Mean time that a call keeps a container busy. */
  double runSeconds() {
    return runTime.meanSeconds();
  }

  @Override
  public double[] needs(
      AnyCall forecast, int skipped, int levels, long fromMicros, long toMicros, long nowMicros) {
    Calls calls = times.expected(forecast, fromMicros, toMicros, nowMicros);
    double[] needs = new double[levels];
    if (calls.mean() == 0) {
      return needs;
    }
    double seconds = (toMicros - fromMicros) / 1e6;
    double ahead = (fromMicros - nowMicros) / 1e6 + seconds / 2;
    double rate = calls.others() / seconds;
    int lowest = busy + skipped;
    Concurrency concurrency =
        new Concurrency(busy, rate, runSeconds(), ahead, lowest, lowest + levels);
    for (int i = 0; i < levels; i++) {
      needs[i] = -Math.expm1(-calls.mean() * concurrency.atLeast(lowest + i));
    }
    return needs;
  }
}
