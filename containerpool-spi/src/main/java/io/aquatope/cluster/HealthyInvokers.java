/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The invokers of a cluster by their keys. An invoker that starts again under another name has two
 * keys for a while; the healthy one that was put last counts.
 */
final class HealthyInvokers {

  private final Map<Integer, Map<String, InvokerResources>> keys = new TreeMap<>();
  private final Map<Integer, ClusterInvoker> healthy = new HashMap<>();

  void put(int invoker, String names, InvokerResources resources, long nowMicros) {
    Map<String, InvokerResources> own =
        keys.computeIfAbsent(invoker, number -> new LinkedHashMap<>());
    own.remove(names);
    own.put(names, resources);
    judge(invoker, own, nowMicros);
  }

  void remove(int invoker, String names, long nowMicros) {
    Map<String, InvokerResources> own = keys.get(invoker);
    if (own != null && own.remove(names) != null) {
      judge(invoker, own, nowMicros);
      if (own.isEmpty()) {
        keys.remove(invoker);
      }
    }
  }

  private void judge(int invoker, Map<String, InvokerResources> own, long nowMicros) {
    List<InvokerResources> usable = new ArrayList<>(own.values());
    usable.removeIf(resources -> !resources.isHealthy());
    if (usable.isEmpty()) {
      healthy.remove(invoker);
      return;
    }
    ClusterInvoker before = healthy.get(invoker);
    long since = before == null ? nowMicros : before.healthySinceMicros();
    healthy.put(invoker, new ClusterInvoker(invoker, usable.get(usable.size() - 1), since));
  }

  /** The healthy ones, in no order. */
  Iterable<ClusterInvoker> all() {
    return healthy.values();
  }
}
