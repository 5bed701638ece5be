/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import java.util.HashMap;
import java.util.Map;

/**
 * Decides which of many failures are worth a line in the log: of each kind the first, the second,
 * the fourth, and so on, so that a failure at each call does not fill the disk, and a later one of
 * another kind is seen nevertheless. A kind is a class of exceptions, thrown at a place.
 *
 * <p>At most {@value #MOST_KINDS} kinds are told apart; all others are one more. Thread-safe.
 */
public final class FailureKinds {

  /** More than one fault of a program has; and code that is generated could make up any number. */
  private static final int MOST_KINDS = 64;

  private static final Kind OTHERS = new Kind("", "");

  private final Map<Kind, Long> times = new HashMap<>();

  private record Kind(String type, String place) {

    static Kind of(Throwable failure) {
      StackTraceElement[] trace = failure.getStackTrace();
      return new Kind(failure.getClass().getName(), trace.length == 0 ? "" : trace[0].toString());
    }
  }

  /** Counts a failure. Returns how often its kind has been seen now if that is to be told, or 0. */
  public synchronized long count(Throwable failure) {
    Kind kind = Kind.of(failure);
    long seen =
        times.merge(
            times.size() < MOST_KINDS || times.containsKey(kind) ? kind : OTHERS, 1L, Long::sum);
    return Long.bitCount(seen) == 1 ? seen : 0;
  }
}
