/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.cluster.ClusterFacts;
import io.aquatope.cluster.ClusterKey;
import io.aquatope.cluster.ClusterListener;
import io.aquatope.cluster.InvokerResources;
import io.aquatope.pool.FunctionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that invokers and the scheduler keep in etcd, of which all hear at once. Changes wait
 * until the event that causes them is over: what hears of them asks the pools.
 */
final class ReplayKeys implements ClusterListener {

  private record Change(ClusterKey key, boolean isPut, String value) {}

  private final Map<String, ClusterKey> texts = new HashMap<>();
  private final ClusterFacts facts = new ClusterFacts(texts::get, ReplayKeys::resources, this);
  private final List<ClusterListener> listeners = new ArrayList<>();
  private List<Change> changes = new ArrayList<>();

  ClusterFacts facts() {
    return facts;
  }

  void addListener(ClusterListener listener) {
    listeners.add(listener);
  }

  void put(ClusterKey key) {
    changes.add(new Change(key, true, ""));
  }

  void delete(ClusterKey key) {
    changes.add(new Change(key, false, ""));
  }

  void putInvoker(int invoker, long freeMb, long busyMb) {
    changes.add(new Change(new ClusterKey.InvokerKey(invoker, ""), true, freeMb + "," + busyMb));
  }

  /** Tells all of what has changed. */
  void settle(long nowMicros) {
    while (!changes.isEmpty()) {
      List<Change> told = changes;
      changes = new ArrayList<>();
      for (Change change : told) {
        String text = change.key.toString();
        texts.put(text, change.key);
        if (change.isPut) {
          facts.put(text, change.value, nowMicros);
        } else {
          facts.delete(text, nowMicros);
        }
        texts.remove(text);
      }
    }
  }

  private static InvokerResources resources(String value) {
    int comma = value.indexOf(',');
    long freeMb = Long.parseLong(value.substring(0, comma));
    long busyMb = Long.parseLong(value.substring(comma + 1));
    return new InvokerResources(true, freeMb, busyMb, Set.of(), Set.of());
  }

  @Override
  public void began(FunctionId function, int invoker, long nowMicros) {
    listeners.forEach(listener -> listener.began(function, invoker, nowMicros));
  }

  @Override
  public void changed(FunctionId function, long nowMicros) {
    listeners.forEach(listener -> listener.changed(function, nowMicros));
  }
}
