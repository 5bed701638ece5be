/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.models.forecast.component.HarmonicExtrapolation;
import io.aquatope.pool.FunctionSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * IceBreaker (Roy, Patel and Tiwari, ASPLOS 2022) with one type of node: each minute, the number of
 * a function's containers follows {@link HarmonicExtrapolation} of its past minutes to the next
 * minute:
 *
 * <pre>wanted = max(0, ceil(forecast - 0.2))</pre>
 *
 * <p>Deviations from its published code, all to its advantage: the published code forecasts calls
 * from 60 minutes, takes the ten harmonics of lowest frequency, and rounds to the nearest. This
 * rule forecasts the most containers needed at a time, because more would stay unused; it uses 256
 * minutes and the ten strongest harmonics, and rounds up except for noise. That gives fewer cold
 * starts for the same memory. The paper's utility chooses between types of nodes, and rejects
 * warming up for functions of little utility. With one type of node, this rule always warms up the
 * forecast number. Containers that calls have started stay until the minute is over.
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
  public int[] decide(List<Observed<Peaks>> functions, long nowMicros) {
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
