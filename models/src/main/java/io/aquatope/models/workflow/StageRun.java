/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

/**
 * Observation of one stage in one run.
 *
 * @param seconds how long it took, positive; billed whether it succeeded or not
 * @param succeeded false if it ended in an error, for example out of memory
 * @param startSeconds part of that time spent on the start of a container, by the record of the
 *     run; 0 if it was warm
 */
public record StageRun(double seconds, boolean succeeded, double startSeconds) {

  public StageRun {
    if (!(seconds > 0) || Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("a stage takes a positive time, not " + seconds + " s");
    }
    if (!(startSeconds >= 0 && startSeconds < seconds)) {
      throw new IllegalArgumentException(
          "a start takes a part of a stage's %s s, not %s s".formatted(seconds, startSeconds));
    }
  }

  /** A warm run. */
  public static StageRun warm(double seconds, boolean succeeded) {
    return new StageRun(seconds, succeeded, 0);
  }

  /** Time that the run would have taken in a warm container. */
  public double warmSeconds() {
    return seconds - startSeconds;
  }

  /** Time until the result is available; infinite after a failure. */
  public double latency() {
    return succeeded ? seconds : Double.POSITIVE_INFINITY;
  }
}
