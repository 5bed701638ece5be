/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import io.aquatope.exchange.FieldChecks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Number of instances of a workflow by the minute in which they ended, in the whole cluster. A late
 * instance counts in the latest minute. Minutes are those of the wall clock, so that several
 * machines agree on them. An instance that is two hours older than the latest minute shows that a
 * clock was ahead, and counting restarts.
 *
 * @param minute the latest one, since 1970; 0 before the first instance
 * @param present number of instances in that minute
 * @param before number in each of the minutes before it, oldest first, as far back as is remembered
 */
public record InstanceArrivals(long minute, int present, List<Integer> before) {

  static final InstanceArrivals NONE = new InstanceArrivals(0, 0, List.of());

  private static final int MINUTES = 120;
  private static final long MS = 60_000;

  public InstanceArrivals {
    FieldChecks.notNegative("minute", minute);
    FieldChecks.notNegative("present", present);
    before = List.copyOf(before);
    FieldChecks.that(
        before.size() <= MINUTES, "before", before.size(), "at most " + MINUTES + " minutes");
  }

  InstanceArrivals plus(long endMs) {
    long now = endMs / MS;
    if (minute == 0 || now < minute - MINUTES) {
      return new InstanceArrivals(now, 1, List.of());
    }
    return now > minute
        ? new InstanceArrivals(now, 1, until(now))
        : new InstanceArrivals(minute, present + 1, before);
  }

  /** Number of remembered instances. */
  public int total() {
    return present + before.stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The counts of the minutes before {@code end}, oldest first and without gaps.
   *
   * @param end a minute since 1970
   */
  public List<Integer> until(long end) {
    if (minute == 0 || end <= minute - before.size()) {
      return List.of();
    }
    List<Integer> all = new ArrayList<>(before);
    all.add(present);
    int later = (int) Math.min(MINUTES, end - minute - 1);
    if (later >= 0) {
      all.addAll(Collections.nCopies(later, 0));
    } else {
      all = all.subList(0, all.size() + later);
    }
    return List.copyOf(all.subList(Math.max(0, all.size() - MINUTES), all.size()));
  }
}
