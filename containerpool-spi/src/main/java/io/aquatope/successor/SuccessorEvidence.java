/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Evidence that {@link Successors} require.
 *
 * @param trials how many of the last outcomes count, by exponential forgetting
 * @param lagMicros time within which a call of another root counts as following, in microseconds
 * @param caution number of standard deviations of its posterior subtracted from a probability
 * @param falsePairs expected number of pairs of functions, over all of a namespace, that are
 *     falsely taken for following each other
 */
public record SuccessorEvidence(int trials, long lagMicros, double caution, double falsePairs) {

  public SuccessorEvidence {
    checkArgument(trials >= 2, "%s trials, expected at least 2", trials);
    checkArgument(lagMicros >= 1, "a lag of %s µs, expected at least 1", lagMicros);
    checkArgument(caution >= 0, "caution %s, expected at least 0", caution);
    checkArgument(
        falsePairs > 0 && falsePairs < 1, "%s false pairs, expected 0 to 1, exclusive", falsePairs);
  }

  /** The weight that an outcome keeps when another one comes. */
  double keep() {
    return 1 - 1.0 / trials;
  }
}
