/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

/**
 * Times within a window, and number, of a function's calls. Learns from closed windows, and from
 * the calls of the open one.
 */
final class CallPattern {

  /** The phase of all functions that have no calls yet. */
  private static final WindowPhase NO_CALLS = new WindowPhase();

  static {
    NO_CALLS.density(0);
  }

  private final CallCounts counts;
  private WindowPhase alone = NO_CALLS;
  private WindowPhase among = NO_CALLS;
  private int came;
  private double first;
  private double lone = 1;

  CallPattern() {
    this(new CallCounts());
  }

  private CallPattern(CallCounts counts) {
    this.counts = counts;
  }

  /** A copy, which learns separately from now on. */
  CallPattern copy() {
    CallPattern copy = new CallPattern(counts.copy());
    copy.alone = alone == NO_CALLS ? NO_CALLS : alone.copy();
    copy.among = among == NO_CALLS ? NO_CALLS : among.copy();
    copy.came = came;
    copy.first = first;
    copy.lone = lone;
    return copy;
  }

  /**
   * A call has arrived in the open window.
   *
   * @param progress the part of the window that had passed, in [0, 1)
   */
  void called(double progress) {
    came++;
    if (came == 1) {
      first = progress;
      lone = alone.density(progress) / among.density(progress);
    } else {
      among = own(among);
      if (came == 2) {
        among.observe(first);
      }
      among.observe(progress);
    }
  }

  private static WindowPhase own(WindowPhase phase) {
    return phase == NO_CALLS ? new WindowPhase() : phase;
  }

  /** Keeps only state that cannot be computed again. */
  void rest() {
    if (alone != NO_CALLS) {
      alone.rest();
    }
    if (among != NO_CALLS) {
      among.rest();
    }
  }

  /** Calls in the open window. */
  int came() {
    return came;
  }

  /** Closes the open window; the next one begins. */
  void close() {
    if (came == 1) {
      alone = own(alone);
      alone.observe(first);
    }
    if (came > 0) {
      counts.add(came);
    }
    alone.close();
    among.close();
    came = 0;
    lone = 1;
  }

  /**
   * Calls expected in a part of the open window, or of the next window if nothing of it has passed.
   *
   * @param probability of any call in the window, as forecast before it began
   * @param passed the part of the window that has passed, 0 to 1
   * @param from begin of the part, at least {@code passed}
   * @param to end of the part, at most 1
   */
  ExpectedCalls expected(double probability, boolean open, double passed, double from, double to) {
    return counts.expected(
        Math.min(probability, 1 - 1e-9),
        open ? came : 0,
        open ? lone : 1,
        stretch(alone, passed, from, to),
        stretch(among, passed, from, to));
  }

  private static CallCounts.Stretch stretch(
      WindowPhase phase, double passed, double from, double to) {
    double ahead = 1 - phase.before(passed);
    double share = ahead > 0 ? (phase.before(to) - phase.before(from)) / ahead : 0;
    return new CallCounts.Stretch(Math.max(0, ahead), share);
  }
}
