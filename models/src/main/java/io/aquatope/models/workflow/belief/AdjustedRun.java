/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

/**
 * One run of a stage, adjusted to the present level and compared with the typical run of its
 * configuration.
 *
 * @param candidate its configuration
 * @param warmSeconds duration that it would have now in a warm container
 * @param startSeconds duration of the start of its container; 0 if it was warm
 * @param deviation log of its warm seconds over the typical ones
 * @param slow whether it is not a usual run: it was cold, or took much longer than the other runs
 *     lead to expect
 * @param gross whether it is slow and took three times as long as usual, start included: a target
 *     that cannot be met in spite of such runs must be met without them
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
