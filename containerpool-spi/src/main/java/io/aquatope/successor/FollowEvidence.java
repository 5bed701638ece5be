/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

/**
 * Hits among a number of trials, and their weight of evidence against chance. Trials are forgotten
 * exponentially.
 *
 * <p>The weight of evidence is the logarithm of a likelihood ratio: {@code h} hits and {@code m}
 * misses of an unknown probability, mixed over all by Jeffreys' prior, against chance. The mixture
 * is bounded from below by {@code h ln p + m ln (1 - p) - ½ ln n - ln 2} with {@code n = h + m},
 * {@code p = h / n} (Krichevsky and Trofimov, IEEE Transactions on Information Theory 1981). Chance
 * is the product of the probabilities that it gave to the outcomes at their time, so it may change
 * with the hours.
 */
final class FollowEvidence {

  private final double keep;
  private double hits;
  private double misses;
  private double chanceLogLikelihood;

  /**
   * @param missed earlier trials, all misses, as far as they are remembered
   * @param chance the probability of a hit by chance in these
   * @param keep the weight that a trial keeps when another one comes
   */
  FollowEvidence(double missed, double chance, double keep) {
    this.keep = keep;
    misses = missed;
    chanceLogLikelihood = missed == 0 ? 0 : missed * Math.log1p(-chance);
  }

  /** Evidence of hits among trials that is not tested against chance. */
  static FollowEvidence of(double hits, double trials, double keep) {
    FollowEvidence evidence = new FollowEvidence(0, 0, keep);
    evidence.hits = hits;
    evidence.misses = trials - hits;
    return evidence;
  }

  void hit(double chance) {
    scale(keep);
    hits++;
    chanceLogLikelihood += Math.log(chance);
  }

  void missed(double chance) {
    scale(keep);
    misses++;
    chanceLogLikelihood += Math.log1p(-chance);
  }

  /** Limits the number of trials that count. */
  void discount(double most) {
    scale(Math.min(1, most / trials()));
  }

  private void scale(double factor) {
    hits *= factor;
    misses *= factor;
    chanceLogLikelihood *= factor;
  }

  double hits() {
    return hits;
  }

  double trials() {
    return hits + misses;
  }

  /** The posterior mean of the probability, minus a number of standard deviations; at least 0. */
  double probability(double caution) {
    double mean = (hits + 0.5) / (trials() + 1);
    return Math.max(0, mean - caution * Math.sqrt(mean * (1 - mean) / (trials() + 2)));
  }

  /** A lower bound of the logarithm of the likelihood ratio against chance. */
  double againstChance() {
    double trials = trials();
    return logLikelihood(hits, trials)
        + logLikelihood(misses, trials)
        - Math.log(trials) / 2
        - Math.log(2)
        - chanceLogLikelihood;
  }

  private static double logLikelihood(double outcomes, double trials) {
    return outcomes <= 0 ? 0 : outcomes * Math.log(outcomes / trials);
  }
}
