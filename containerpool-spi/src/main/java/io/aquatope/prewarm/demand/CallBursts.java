/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.Arrays;

/**
 * Number of containers needed by calls that follow each other too closely for a reaction.
 *
 * <p>A burst begins with a call and lasts as long as a container ordered at that call would need to
 * become ready. Its width is the increase in the number of busy containers in that time. Widths of
 * future bursts follow those of the last bursts, with recent ones more likely, combined with a
 * geometric prior of the weight of {@value #PRIOR} bursts.
 */
final class CallBursts {

  private static final double FADE = 0.93;
  private static final double PRIOR = 0.5;
  private static final double PRIOR_RATIO = 0.2;

  /** Weight below which a width is forgotten. */
  private static final double FORGOTTEN = 1e-6;

  /** Greatest width; wider bursts count as this wide, as a plan considers no more containers. */
  private static final int WIDEST = 1 << 12;

  /** Greatest width for functions of which no wider burst has been seen. */
  private static final int MOST = 32;

  private static final double[] PRIORS = new double[MOST];

  static {
    Arrays.setAll(PRIORS, width -> PRIOR * Math.pow(PRIOR_RATIO, Math.max(0, width - 1)));
  }

  /** Counts before the first burst has ended. */
  private static final double[] NONE_SEEN = {0, 0};

  /** The faded number of bursts of at least each width; of all bursts for widths 0 and 1. */
  private double[] wide = NONE_SEEN;

  private int busy;
  private int before;
  private int width;
  private long endMicros = Long.MIN_VALUE;

  /**
   * A call has arrived; returns whether it begins a burst.
   *
   * @param lengthMicros how long a burst lasts
   */
  boolean called(long nowMicros, long lengthMicros) {
    if (nowMicros < endMicros) {
      return false;
    }
    if (width > 0) {
      learn();
    }
    endMicros = nowMicros + lengthMicros;
    before = busy;
    width = 1;
    return true;
  }

  private void learn() {
    int seen = Math.min(width, WIDEST);
    if (seen >= wide.length || wide == NONE_SEEN) {
      wide = Arrays.copyOf(wide, Math.max(wide.length, seen + 1));
    }
    for (int i = 0; i < wide.length; i++) {
      wide[i] = wide[i] * FADE + (i <= seen ? 1 : 0);
    }
    if (wide[wide.length - 1] < FORGOTTEN) {
      wide = Arrays.copyOf(wide, widest() + 1);
    }
  }

  private int widest() {
    int widest = wide.length - 1;
    while (widest > 1 && wide[widest] < FORGOTTEN) {
      widest--;
    }
    return widest;
  }

  /** Sets the number of busy containers from now on. */
  void busy(int containers, long nowMicros) {
    busy = containers;
    if (nowMicros < endMicros) {
      width = Math.max(width, containers - before);
    }
  }

  /** The probability that a burst is at least this wide; never rises with the width. */
  double atLeast(int containers) {
    double seen = containers < wide.length ? wide[containers] : 0;
    double prior = containers < MOST ? PRIORS[containers] : 0;
    return (seen + prior) / (wide[0] + PRIOR);
  }

  /** The probability that the present burst becomes wider by this many containers. */
  double further(int containers, long nowMicros) {
    double reached = nowMicros < endMicros ? atLeast(width) : 0;
    return reached > 0 ? atLeast(width + containers) / reached : 0;
  }
}
