/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

/**
 * What was observed of one stage in one run.
 *
 * @param seconds how long it took, positive; billed whether it succeeded or not
 * @param succeeded false when it ended in an error, for example out of memory
 * @param cold whether the record says that the container was started for this run
 */
public record StageRun(double seconds, boolean succeeded, boolean cold) {

  public StageRun {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a stage takes a positive time, not " + seconds + " s");
    }
  }

  /** A warm run. */
  public static StageRun warm(double seconds, boolean succeeded) {
    return new StageRun(seconds, succeeded, false);
  }

  /** Time until the result is there: infinite when it never comes. */
  public double latency() {
    return succeeded ? seconds : Double.POSITIVE_INFINITY;
  }
}
