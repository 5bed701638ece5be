/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.thread;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.Map;

/**
 * Selects the failures that are logged: the first, the second, the fourth, and so on, of each kind.
 * A failure at each call therefore does not fill the disk, and a later failure of another kind is
 * still logged. A kind is a class of exceptions, thrown at a place.
 *
 * <p>At most {@value #MOST_KINDS} kinds are distinguished; all others count as one more.
 * Thread-safe.
 */
public final class FailureKinds {

  /** More kinds than the faults of a program; generated code could produce any number of kinds. */
  private static final int MOST_KINDS = 64;

  private static final Kind OTHERS = new Kind("", "");

  @GuardedBy("this")
  private final Map<Kind, Long> times = new HashMap<>();

  private record Kind(String type, String place) {

    static Kind of(Throwable failure) {
      StackTraceElement[] trace = failure.getStackTrace();
      return new Kind(failure.getClass().getName(), trace.length == 0 ? "" : trace[0].toString());
    }
  }

  /** Counts a failure. Returns the count of its kind if it should be logged, or 0. */
  public synchronized long count(Throwable failure) {
    Kind kind = Kind.of(failure);
    long seen =
        times.merge(
            times.size() < MOST_KINDS || times.containsKey(kind) ? kind : OTHERS, 1L, Long::sum);
    return Long.bitCount(seen) == 1 ? seen : 0;
  }
}
