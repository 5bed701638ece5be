/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.concurrent.TimeUnit;

/**
 * Limits of the memory of {@link Successors}, and the evidence that they require.
 *
 * @param functions remembered functions; the least recently called one is dropped first
 * @param candidates remembered successors of each function
 * @param roots workflow instances observed at a time
 * @param stages of a workflow instance observed at a time, the latest ones
 * @param onsets that a call of another root may follow, observed at a time in each namespace
 * @param trials how many of the last outcomes count, by exponential forgetting
 * @param lagMicros time within which a call of another root counts as following, in microseconds
 * @param caution number of standard deviations of its posterior subtracted from a probability
 * @param falsePairs expected number of pairs of functions, over all of a namespace, that are
 *     falsely taken for following each other
 */
public record SuccessorSettings(
    int functions,
    int candidates,
    int roots,
    int stages,
    int onsets,
    int trials,
    long lagMicros,
    double caution,
    double falsePairs) {

  /** For an invoker: some ten megabytes if every bound is reached. */
  public static final SuccessorSettings DEFAULT =
      new SuccessorSettings(4096, 16, 8192, 16, 16, 32, TimeUnit.SECONDS.toMicros(10), 1, 0.05);

  public SuccessorSettings {
    checkArgument(functions >= 1, "%s functions, expected at least 1", functions);
    checkArgument(candidates >= 1, "%s candidates, expected at least 1", candidates);
    checkArgument(roots >= 1, "%s roots, expected at least 1", roots);
    checkArgument(stages >= 1, "%s stages, expected at least 1", stages);
    checkArgument(onsets >= 1, "%s onsets, expected at least 1", onsets);
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
