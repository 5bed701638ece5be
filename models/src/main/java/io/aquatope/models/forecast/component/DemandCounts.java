/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

/**
 * Weighted counts of demands, and their predictive distribution with a Dirichlet prior: the counts
 * plus {@code strength} times a base distribution, normalised (Pólya's urn).
 */
final class DemandCounts {

  private final double[] counts;
  private double total;
  private int highest;

  /**
   * @param bins of the base; larger demands count in the total only
   */
  DemandCounts(int bins) {
    counts = new double[bins];
  }

  void add(int bin, double weight) {
    total += weight;
    if (bin < counts.length) {
      counts[bin] += weight;
      highest = Math.max(highest, bin);
    }
  }

  void addAll(DemandCounts other) {
    for (int bin = 0; bin <= other.highest; bin++) {
      counts[bin] += other.counts[bin];
    }
    total += other.total;
    highest = Math.max(highest, other.highest);
  }

  double total() {
    return total;
  }

  /** Turns {@code base}, a distribution, into the posterior predictive, in place. */
  void update(double[] base, double strength) {
    double norm = 1 / (total + strength);
    for (int bin = 0; bin < base.length; bin++) {
      base[bin] *= strength * norm;
    }
    for (int bin = 0; bin <= highest; bin++) {
      base[bin] += counts[bin] * norm;
    }
  }
}
