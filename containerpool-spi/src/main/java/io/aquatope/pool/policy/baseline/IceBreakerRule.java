/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.models.forecast.component.HarmonicExtrapolation;
import io.aquatope.pool.FunctionSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * IceBreaker (Roy, Patel and Tiwari, ASPLOS 2022) with one type of node: each minute, a function
 * has as many containers as {@link HarmonicExtrapolation} of its past minutes expects for the next:
 *
 * <pre>wanted = max(0, ceil(forecast - 0.2))</pre>
 *
 * <p>What is open, or differs to its advantage: its published code forecasts calls from 60 minutes,
 * takes the ten harmonics of lowest frequency, and rounds to the nearest. Here the most containers
 * needed at a time are forecast, because more wait in vain, from 256 minutes by the ten strongest
 * harmonics, and rounded up but for noise: that gives fewer cold starts for the same memory. Its
 * utility decides between types of nodes, and for functions of little utility against warming up;
 * with one type of node, what is forecast is always warmed up. Containers that were started by
 * calls stay until the minute is over.
 */
final class IceBreakerRule implements ScalingRule<IceBreakerRule.Peaks> {

  private static final int WINDOWS = 256;
  private static final double NOISE = 0.2;

  @Override
  public long tickMicros() {
    return TimeUnit.MINUTES.toMicros(1);
  }

  @Override
  public Peaks newMemory(FunctionSpec function) {
    return new Peaks();
  }

  @Override
  public int[] wanted(List<Observed<Peaks>> functions, long nowMicros) {
    int[] wanted = new int[functions.size()];
    for (int i = 0; i < wanted.length; i++) {
      Peaks peaks = functions.get(i).memory();
      peaks.add(functions.get(i).load().peak());
      wanted[i] = (int) Math.max(0, Math.ceil(peaks.forecast() - NOISE));
    }
    return wanted;
  }

  /** The most containers that a function needed in each of its last minutes, oldest first. */
  static final class Peaks {

    private final double[] newest = new double[WINDOWS];
    private double sum;

    void add(int peak) {
      sum += peak - newest[0];
      System.arraycopy(newest, 1, newest, 0, WINDOWS - 1);
      newest[WINDOWS - 1] = peak;
    }

    double forecast() {
      return sum == 0 ? 0 : HarmonicExtrapolation.extrapolate(newest, 1);
    }
  }
}
