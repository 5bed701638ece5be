/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.distribution;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Probability distribution over finitely many alternatives, which are numbered from zero. */
public final class CategoricalDistribution {

  private final double[] probabilities;

  private CategoricalDistribution(double[] probabilities) {
    this.probabilities = probabilities;
  }

  /**
   * Returns the distribution whose probabilities are proportional to the exponentials of the log
   * weights; at least one of these is finite and none is positive infinity.
   */
  public static CategoricalDistribution ofLogWeights(double... logWeights) {
    double greatest = Arrays.stream(logWeights).max().orElseThrow();
    double[] weights = Arrays.stream(logWeights).map(w -> Math.exp(w - greatest)).toArray();
    double total = Arrays.stream(weights).sum();
    return new CategoricalDistribution(Arrays.stream(weights).map(w -> w / total).toArray());
  }

  /** Returns the number of alternatives. */
  public int size() {
    return probabilities.length;
  }

  /** Returns the probability of an alternative. */
  public double probability(int alternative) {
    return probabilities[alternative];
  }

  /**
   * Returns the alternative at {@code level} of the cumulative probabilities, {@code level} within
   * [0, 1).
   */
  public int indexAt(double level) {
    double left = level;
    int index = 0;
    while (index < probabilities.length - 1 && (left -= probabilities[index]) >= 0) {
      index++;
    }
    return index;
  }

  /** Draws an alternative by one uniform number. */
  public int draw(SplittableRandom random) {
    return indexAt(random.nextDouble());
  }
}
