/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.concurrent.TimeUnit.MINUTES;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Estimates the number and sizes of the stem cells of one kind that are worth their memory.
 *
 * <p>A call that finds no container of its function can use any stem cell of its kind that has the
 * memory. The k-th stem cell is used by calls that arrive while k - 1 others are being replaced.
 * With r_k such calls a second, of which a share F(m) needs at most the memory m, the stem cell is
 * worth
 *
 * <pre>r_k F(m) * time to create a container</pre>
 *
 * a second, and costs its memory. For each k the size m of the greatest gain is chosen, until no
 * size gains anything. Rates and shares fade with a time constant of {@value #FADE_MINUTES}
 * minutes.
 */
final class StemCellDemand {

  private static final long FADE_MINUTES = 30;
  private static final double FADE_SECONDS = MINUTES.toSeconds(FADE_MINUTES);

  /** Rates are capped at one call in this time until more is known. */
  private static final double LEAST_SECONDS = 900;

  private static final int MOST = 16;

  /**
   * Calls fade no more often than this: there may be as many sizes as memory limits, for each cold
   * start.
   */
  private static final long FADE_MICROS = 1_000_000;

  private final Deque<Long> recent = new ArrayDeque<>();
  private final double[] calls = new double[MOST + 1];
  private final TreeMap<Integer, Double> sizes = new TreeMap<>();
  private double served;
  private double all;
  private long fadedMicros;
  private final long beganMicros;

  StemCellDemand(long nowMicros) {
    beganMicros = nowMicros;
    fadedMicros = nowMicros;
  }

  /**
   * A call found no container of its function.
   *
   * @param memoryMb memory that it needs
   * @param isServed whether it found a stem cell
   * @param replaceSeconds how long a stem cell takes to start
   */
  void called(int memoryMb, boolean isServed, double replaceSeconds, long nowMicros) {
    if (nowMicros - fadedMicros >= FADE_MICROS) {
      fade(nowMicros);
    }
    while (!recent.isEmpty() && recent.getFirst() < nowMicros - replaceSeconds * 1e6) {
      recent.removeFirst();
    }
    recent.addLast(nowMicros);
    calls[Math.min(recent.size(), MOST)]++;
    sizes.merge(memoryMb, 1.0, Double::sum);
    all++;
    served += isServed ? 1 : 0;
  }

  /** Time has passed. */
  void fade(long nowMicros) {
    double keep = Math.exp((fadedMicros - nowMicros) / 1e6 / FADE_SECONDS);
    fadedMicros = nowMicros;
    for (int k = 0; k < calls.length; k++) {
      calls[k] *= keep;
    }
    sizes.replaceAll((size, weight) -> weight * keep);
    sizes.values().removeIf(weight -> weight < 1e-3);
    all *= keep;
    served *= keep;
  }

  /** The memory of each stem cell that is worth its cost, by the rates when they faded last. */
  List<Integer> wanted(double createSeconds, PrewarmSettings settings, long nowMicros) {
    double age = (nowMicros - beganMicros) / 1e6;
    double seconds = Math.max(LEAST_SECONDS, FADE_SECONDS * -Math.expm1(-age / FADE_SECONDS));
    List<Integer> wanted = new ArrayList<>();
    double beyond = all;
    for (int k = 1; k <= MOST; k++) {
      // A call that arrives while k - 1 stem cells are being replaced can use the k-th.
      int best = best(beyond / seconds * createSeconds, settings);
      if (best == 0) {
        break;
      }
      wanted.add(best);
      beyond -= calls[k];
    }
    return wanted;
  }

  private int best(double mostValue, PrewarmSettings settings) {
    double most = 0;
    int best = 0;
    double below = 0;
    for (Map.Entry<Integer, Double> size : sizes.entrySet()) {
      below += size.getValue();
      double gain = mostValue * below / all - settings.cost(size.getKey(), 1);
      if (gain > most) {
        most = gain;
        best = size.getKey();
      }
    }
    return best;
  }

  /** The share of calls that found a stem cell. */
  double servedShare() {
    return served / (all + 1);
  }
}
