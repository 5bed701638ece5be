/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.aquatope.exchange.FieldChecks;
import java.util.Set;

/**
 * What became of the memory limits that an action was to get. It only grows, so that it does not
 * matter in which order, or how often, its parts are told.
 *
 * @param settled limits in MB that the action had or was given, so that they are not asked for
 *     again
 * @param refused limits in MB that OpenWhisk does not allow it
 */
public record MemoryAnswers(Set<Integer> settled, Set<Integer> refused) {

  /** Before any. */
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

  /** The action had this limit, or was given it. */
  public static MemoryAnswers settledAt(int megabytes) {
    return new MemoryAnswers(Set.of(megabytes), Set.of());
  }

  /** OpenWhisk does not allow this limit. */
  public static MemoryAnswers refusedAt(int megabytes) {
    return new MemoryAnswers(Set.of(), Set.of(megabytes));
  }

  /** Both together; of too many, the largest limits are kept, as the need for memory grows. */
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
