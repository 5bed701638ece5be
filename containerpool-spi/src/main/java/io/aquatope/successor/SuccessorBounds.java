/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Limits of the memory of {@link Successors}.
 *
 * @param functions remembered functions; the least recently called one is dropped first
 * @param candidates remembered successors of each function
 * @param roots workflow instances observed at a time
 * @param stages of a workflow instance observed at a time, the latest ones
 * @param onsets that a call of another root may follow, observed at a time in each namespace
 */
public record SuccessorBounds(int functions, int candidates, int roots, int stages, int onsets) {

  public SuccessorBounds {
    checkArgument(functions >= 1, "%s functions, expected at least 1", functions);
    checkArgument(candidates >= 1, "%s candidates, expected at least 1", candidates);
    checkArgument(roots >= 1, "%s roots, expected at least 1", roots);
    checkArgument(stages >= 1, "%s stages, expected at least 1", stages);
    checkArgument(onsets >= 1, "%s onsets, expected at least 1", onsets);
  }
}
