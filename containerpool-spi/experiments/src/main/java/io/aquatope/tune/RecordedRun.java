/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import java.util.OptionalDouble;

/**
 * One run as a table of measurements has it.
 *
 * @param seconds that it took; may be unknown if it failed
 * @param startSeconds part of that time spent on a start, if the table has it
 * @param isCold whether it waited for a start
 */
record RecordedRun(
    OptionalDouble seconds, boolean succeeded, OptionalDouble startSeconds, boolean isCold) {

  /** A run whose start is known: 0 for none. */
  static RecordedRun of(double seconds, boolean succeeded, double startSeconds) {
    return new RecordedRun(
        OptionalDouble.of(seconds), succeeded, OptionalDouble.of(startSeconds), startSeconds > 0);
  }
}
