/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The invokers that are alive. An invoker has left when the others have sent {@value #LEASE}
 * heartbeats each, on average, since its own last one. No clocks are compared, so all readers
 * agree. Beyond {@value #MOST} invokers, the one with the oldest last heartbeat has left.
 *
 * @param silence for each invoker, the number of other invokers' heartbeats since its own last one
 */
public record LiveMembers(Map<String, Integer> silence) {

  static final LiveMembers NONE = new LiveMembers(Map.of());

  /** Several times the number of invokers of the largest known clusters. */
  static final int MOST = 2_000;

  private static final int LEASE = 5;

  public LiveMembers {
    silence = ImmutableSortedMap.copyOf(silence);
  }

  LiveMembers beat(String member) {
    TreeMap<String, Integer> next = new TreeMap<>();
    silence.forEach((name, beats) -> next.put(name, beats + 1));
    next.put(member, 0);
    int longest = LEASE * Math.max(1, next.size() - 1);
    next.values().removeIf(beats -> beats > longest);
    if (next.size() > MOST) {
      next.remove(Collections.max(next.entrySet(), Map.Entry.comparingByValue()).getKey());
    }
    return new LiveMembers(next);
  }

  /** Their names, in alphabetical order. */
  public ImmutableSortedSet<String> present() {
    return ImmutableSortedSet.copyOf(silence.keySet());
  }
}
