/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The actions that are told apart in the tags of metrics. A series of values that has been begun
 * stays until the process ends, and tenants create as many actions as they like: so there are only
 * so many of each namespace and of all, and the others are taken together. Not thread-safe.
 */
final class ActionTags {

  private static final int MOST_OF_A_NAMESPACE = 100;

  /** Some series of each: a dashboard that reads them is slow by then. */
  private static final int MOST = 5_000;

  private static final String OTHERS = "others";
  private static final Tags ALL_OTHERS = new Tags(OTHERS, OTHERS, OTHERS);

  private final Map<String, Set<Tags>> told = new HashMap<>();
  private int count;

  /**
   * What OpenWhisk tags a start with.
   *
   * @param initiator the namespace that invokes
   * @param namespace the one that owns the action, with its package
   */
  record Tags(String initiator, String namespace, String action) {}

  /** The tags to use for an action. */
  Tags of(String initiator, String namespace, String action) {
    Tags tags = new Tags(initiator, namespace, action);
    Set<Tags> known = told.get(initiator);
    if (known != null && known.contains(tags)) {
      return tags;
    }
    if (known != null && known.size() >= MOST_OF_A_NAMESPACE) {
      return new Tags(initiator, OTHERS, OTHERS);
    }
    if (count >= MOST) {
      return ALL_OTHERS;
    }
    count++;
    told.computeIfAbsent(initiator, i -> new HashSet<>()).add(tags);
    return tags;
  }
}
