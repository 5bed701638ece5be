/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.aquatope.exchange.FieldChecks;
import java.util.Set;

/**
 * OpenWhisk's answers to updates of an action's memory limit. The sets only grow, so the order and
 * number of partial reports do not matter.
 *
 * @param settled limits in MB that the action had or was given; they are not requested again
 * @param refused limits in MB that OpenWhisk does not allow for it
 */
public record MemoryAnswers(Set<Integer> settled, Set<Integer> refused) {

  /** No answers. */
  public static final MemoryAnswers NONE = new MemoryAnswers(Set.of(), Set.of());

  private static final int MOST = 64;

  public MemoryAnswers {
    settled = limits("settled", settled);
    refused = limits("refused", refused);
  }

  private static ImmutableSortedSet<Integer> limits(String field, Set<Integer> megabytes) {
    FieldChecks.that(
        megabytes.size() <= MOST && megabytes.stream().allMatch(mb -> mb > 0),
        field,
        megabytes,
        "at most " + MOST + " limits, each more than 0");
    return ImmutableSortedSet.copyOf(megabytes);
  }

  /** The answer that the action has this limit. */
  public static MemoryAnswers settledAt(int megabytes) {
    return new MemoryAnswers(Set.of(megabytes), Set.of());
  }

  /** The answer that OpenWhisk does not allow this limit. */
  public static MemoryAnswers refusedAt(int megabytes) {
    return new MemoryAnswers(Set.of(), Set.of(megabytes));
  }

  /**
   * The union of both. If there are too many, the largest limits are kept, as the need for memory
   * grows.
   */
  public MemoryAnswers plus(MemoryAnswers more) {
    return new MemoryAnswers(
        largest(Sets.union(settled, more.settled)), largest(Sets.union(refused, more.refused)));
  }

  private static Set<Integer> largest(Set<Integer> megabytes) {
    ImmutableSortedSet<Integer> all = ImmutableSortedSet.copyOf(megabytes);
    return ImmutableSortedSet.copyOf(
        all.asList().subList(Math.max(0, all.size() - MOST), all.size()));
  }
}
