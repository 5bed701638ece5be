/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Actions with tags of their own in metrics. A time series exists until the process ends, and
 * tenants may create any number of actions. So the number of tagged actions is limited, for each
 * namespace and altogether, and the others share one tag. Not thread-safe.
 */
final class ActionTags {

  private static final int MOST_OF_A_NAMESPACE = 100;

  /** Each action has several series. A dashboard that reads this many is slow. */
  private static final int MOST = 5_000;

  private static final String OTHERS = "others";
  private static final Tags ALL_OTHERS = new Tags(OTHERS, OTHERS, OTHERS);

  private final Map<String, Set<Tags>> told = new HashMap<>();
  private int count;

  /**
   * OpenWhisk's tags of a container start.
   *
   * @param initiator the namespace that invokes
   * @param namespace the namespace that owns the action, with its package
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
