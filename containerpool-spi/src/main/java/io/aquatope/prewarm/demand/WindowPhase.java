/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Distribution of a function's calls within the window: a timer's are at a fixed second, others
 * anywhere.
 *
 * <p>The distribution is a mixture of the uniform distribution and of a histogram of the function's
 * own calls (with a uniform Dirichlet prior of {@value #PRIOR} calls). Each part is weighed by the
 * likelihood that it gave to the calls. A share of the weight goes back with every window, so that
 * a function can change. All calls of a window together count as a few at most, since they need not
 * be independent.
 *
 * <p>Only the bins that have had calls are stored.
 */
final class WindowPhase {

  private static final int BINS = 60;
  private static final double PRIOR = 0.1;
  private static final double FADE = 0.95;
  private static final double SHARE = 0.01;
  private static final double MOST = 4;
  private static final byte[] NO_BINS = {};
  private static final double[] NO_CALLS = {};

  /** The bins that have had calls, in order. */
  private byte[] seen = NO_BINS;

  /** The faded number of calls in each of these bins. */
  private double[] calls = NO_CALLS;

  /** The calls in the open window, by bin. */
  private int @Nullable [] open;

  private int opened;
  private double total;
  private double histogramWeight = 0.5;

  /** The probability of a call before each bin; computed on demand. */
  private double @Nullable [] below;

  /** A copy, which learns separately from now on. */
  WindowPhase copy() {
    WindowPhase copy = new WindowPhase();
    copy.seen = seen.clone();
    copy.calls = calls.clone();
    copy.open = open == null ? null : open.clone();
    copy.opened = opened;
    copy.total = total;
    copy.histogramWeight = histogramWeight;
    copy.below = below;
    return copy;
  }

  /**
   * A call has arrived in the open window.
   *
   * @param progress the part of the window that had passed, in [0, 1)
   */
  void observe(double progress) {
    int[] known = open;
    if (known == null) {
      known = new int[BINS];
      open = known;
    }
    known[(int) (progress * BINS)]++;
    opened++;
  }

  /** Closes the window and learns from its calls. */
  void close() {
    int[] closed = open;
    if (opened == 0 || closed == null) {
      return;
    }
    double weight = Math.min(1, MOST / opened);
    double evidence = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (closed[bin] > 0) {
        evidence += weight * closed[bin] * Math.log(share(callsOf(bin)) * BINS);
      }
    }
    double odds = histogramWeight / (1 - histogramWeight) * Math.exp(evidence);
    histogramWeight = (1 - SHARE) * odds / (1 + odds) + SHARE / 2;
    fade();
    for (int bin = 0; bin < BINS; bin++) {
      if (closed[bin] > 0) {
        add(bin, weight * closed[bin]);
      }
    }
    total = total * FADE + weight * opened;
    opened = 0;
    open = null;
    below = null;
  }

  private double callsOf(int bin) {
    int at = Arrays.binarySearch(seen, (byte) bin);
    return at < 0 ? 0 : calls[at];
  }

  private void fade() {
    for (int i = 0; i < calls.length; i++) {
      calls[i] *= FADE;
    }
  }

  private void add(int bin, double more) {
    int at = Arrays.binarySearch(seen, (byte) bin);
    if (at < 0) {
      at = -at - 1;
      byte[] bins = Arrays.copyOf(seen, seen.length + 1);
      double[] counts = Arrays.copyOf(calls, bins.length);
      System.arraycopy(seen, at, bins, at + 1, seen.length - at);
      System.arraycopy(calls, at, counts, at + 1, seen.length - at);
      bins[at] = (byte) bin;
      counts[at] = 0;
      seen = bins;
      calls = counts;
    }
    calls[at] += more;
  }

  private double share(double count) {
    return (count + PRIOR / BINS) / (total + PRIOR);
  }

  private double[] below() {
    double[] known = below;
    if (known == null) {
      known = new double[BINS + 1];
      for (int bin = 0, at = 0; bin < BINS; bin++) {
        boolean had = at < seen.length && seen[at] == bin;
        double share = share(had ? calls[at++] : 0);
        known[bin + 1] = known[bin] + histogramWeight * share + (1 - histogramWeight) / BINS;
      }
      below = known;
    }
    return known;
  }

  /** Keeps only state that cannot be computed again. */
  void rest() {
    below = null;
  }

  /** The probability density of a call after a part of its window. */
  double density(double progress) {
    int bin = Math.min((int) (progress * BINS), BINS - 1);
    return (below()[bin + 1] - below()[bin]) * BINS;
  }

  /** The probability that a call of a window comes before a part of it has passed. */
  double before(double progress) {
    double at = Math.min(progress, 1) * BINS;
    int bin = Math.min((int) at, BINS - 1);
    return below()[bin] + (at - bin) * (below()[bin + 1] - below()[bin]);
  }
}
