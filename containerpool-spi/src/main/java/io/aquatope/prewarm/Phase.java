/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

/**
 * Where in the window a function's calls come: a timer's at a fixed second, others anywhere.
 *
 * <p>A mixture of the uniform distribution and of a histogram of the function's own calls (with a
 * uniform Dirichlet prior of one call), weighed by the likelihood that each gave to what came. A
 * share of the weight goes back at every call, so that a function can change.
 */
final class Phase {

  private static final int BINS = 60;
  private static final double PRIOR = 1;
  private static final double FADE = 0.95;
  private static final double SHARE = 0.01;

  private final double[] calls = new double[BINS];
  private final double[] below = new double[BINS + 1];
  private double total;
  private double histogramWeight = 0.5;

  Phase() {
    update();
  }

  /**
   * A call came.
   *
   * @param progress which part of its window had passed, in [0, 1)
   */
  void observe(double progress) {
    int bin = (int) (progress * BINS);
    double own = histogramWeight * density(bin);
    double uniform = (1 - histogramWeight) / BINS;
    histogramWeight = (1 - SHARE) * own / (own + uniform) + SHARE / 2;
    for (int i = 0; i < BINS; i++) {
      calls[i] *= FADE;
    }
    calls[bin]++;
    total = total * FADE + 1;
  }

  private double density(int bin) {
    return (calls[bin] + PRIOR / BINS) / (total + PRIOR);
  }

  /** Makes what has been observed known to {@link #before}. */
  void update() {
    for (int bin = 0; bin < BINS; bin++) {
      double mass = histogramWeight * density(bin) + (1 - histogramWeight) / BINS;
      below[bin + 1] = below[bin] + mass;
    }
  }

  /** The probability that a call of a window comes before a part of it has passed. */
  double before(double progress) {
    double at = Math.min(progress, 1) * BINS;
    int bin = Math.min((int) at, BINS - 1);
    return below[bin] + (at - bin) * (below[bin + 1] - below[bin]);
  }
}
