/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Where in the window a function's calls come: a timer's at a fixed second, others anywhere.
 *
 * <p>A mixture of the uniform distribution and of a histogram of the function's own calls (with a
 * uniform Dirichlet prior of {@value #PRIOR} calls), weighed by the likelihood that each gave to
 * what came. A share of the weight goes back with every window, so that a function can change. All
 * calls of a window together count as a few at most, since they need not be independent.
 */
final class Phase {

  private static final int BINS = 60;
  private static final double PRIOR = 0.1;
  private static final double FADE = 0.95;
  private static final double SHARE = 0.01;
  private static final double MOST = 4;

  private final double[] calls = new double[BINS];
  private final double[] below = new double[BINS + 1];
  private final int[] open = new int[BINS];
  private int opened;
  private double total;
  private double histogramWeight = 0.5;

  Phase() {
    update();
  }

  /**
   * A call came in the open window.
   *
   * @param progress which part of the window had passed, in [0, 1)
   */
  void observe(double progress) {
    open[(int) (progress * BINS)]++;
    opened++;
  }

  /** The window is over: learns from its calls. */
  void close() {
    if (opened == 0) {
      return;
    }
    double weight = Math.min(1, MOST / opened);
    double evidence = 0;
    for (int bin = 0; bin < BINS; bin++) {
      evidence += weight * open[bin] * Math.log(share(bin) * BINS);
    }
    double odds = histogramWeight / (1 - histogramWeight) * Math.exp(evidence);
    histogramWeight = (1 - SHARE) * odds / (1 + odds) + SHARE / 2;
    for (int bin = 0; bin < BINS; bin++) {
      calls[bin] = calls[bin] * FADE + weight * open[bin];
      open[bin] = 0;
    }
    total = total * FADE + weight * opened;
    opened = 0;
    update();
  }

  private double share(int bin) {
    return (calls[bin] + PRIOR / BINS) / (total + PRIOR);
  }

  private void update() {
    for (int bin = 0; bin < BINS; bin++) {
      double mass = histogramWeight * share(bin) + (1 - histogramWeight) / BINS;
      below[bin + 1] = below[bin] + mass;
    }
  }

  /** The probability density of a call after a part of its window. */
  double density(double progress) {
    int bin = Math.min((int) (progress * BINS), BINS - 1);
    return (below[bin + 1] - below[bin]) * BINS;
  }

  /** The probability that a call of a window comes before a part of it has passed. */
  double before(double progress) {
    double at = Math.min(progress, 1) * BINS;
    int bin = Math.min((int) at, BINS - 1);
    return below[bin] + (at - bin) * (below[bin + 1] - below[bin]);
  }
}
