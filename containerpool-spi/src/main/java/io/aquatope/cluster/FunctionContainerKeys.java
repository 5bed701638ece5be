/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import io.aquatope.cluster.ClusterKey.ContainerKey;
import io.aquatope.cluster.ClusterKey.ContainerUse;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys of one function's containers. */
final class FunctionContainerKeys {

  private final Multiset<Integer> running = HashMultiset.create();
  private final Set<ContainerKey> ready = new LinkedHashSet<>();
  private final Multiset<Integer> readyAt = HashMultiset.create();
  private int coming;

  /**
   * Creations whose containers run already. The scheduler deletes a creation's key only when it has
   * been acknowledged, which is after the container's key was put.
   */
  private int arrived;

  void add(ContainerKey key) {
    if (key.use() == ContainerUse.RUNNING) {
      running.add(key.invoker());
      arrived = Math.min(arrived + 1, coming);
    } else if (ready.add(key)) {
      readyAt.add(key.invoker());
    }
  }

  void remove(ContainerKey key) {
    if (key.use() == ContainerUse.RUNNING) {
      running.remove(key.invoker());
    } else if (ready.remove(key)) {
      readyAt.remove(key.invoker());
    }
  }

  void addComing(int creations) {
    coming += creations;
    if (creations < 0) {
      arrived = Math.max(0, arrived + creations);
    }
  }

  boolean isEmpty() {
    return running.isEmpty() && ready.isEmpty() && coming == 0;
  }

  /** Number of running containers at each invoker. */
  Multiset<Integer> running() {
    return running;
  }

  /** Number of ready containers at each invoker. */
  Multiset<Integer> readyAt() {
    return readyAt;
  }

  Set<ContainerKey> ready() {
    return ready;
  }

  int coming() {
    return coming;
  }

  /** Number of creations whose containers do not run yet. */
  int awaited() {
    return coming - arrived;
  }
}
