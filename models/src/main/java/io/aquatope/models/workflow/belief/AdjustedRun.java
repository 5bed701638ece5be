/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

/**
 * One run of a stage as it would be now, compared with what is typical of its configuration.
 *
 * @param candidate its configuration
 * @param warmSeconds how long it would take now in a warm container
 * @param startSeconds how long the start of its container took; 0 if it was warm
 * @param deviation log of its warm seconds over the typical ones
 * @param slow whether it is none of the usual runs: it was cold, or took much longer than others
 *     lead to expect
 * @param gross whether it is slow and took thrice as long as usual, start included: a target that
 *     cannot be met in spite of such runs is to be met without them
 */
record AdjustedRun(
    int candidate,
    double warmSeconds,
    double startSeconds,
    double deviation,
    boolean slow,
    boolean gross) {

  double seconds() {
    return warmSeconds + startSeconds;
  }
}
