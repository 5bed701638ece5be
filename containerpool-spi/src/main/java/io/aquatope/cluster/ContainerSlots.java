/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Ordering;
import io.aquatope.cluster.ClusterKey.ContainerKey;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Division of a function's ready containers among the invokers. The j-th container belongs to the
 * j-th invoker in the function's {@linkplain RendezvousOrder order}, again and again from the
 * start. All invokers that know the same facts divide alike, so they need not ask each other. While
 * facts differ, a container too many or too few exists for a moment.
 */
public final class ContainerSlots {

  /** Time for which an invoker must have been healthy, so that one that flaps owns nothing. */
  static final long HEALTHY_MICROS = 30_000_000;

  private final ClusterFacts facts;
  private final RequiredTags tags;
  private final int self;

  /**
   * @param self the number of this invoker
   */
  public ContainerSlots(ClusterFacts facts, RequiredTags tags, int self) {
    this.facts = facts;
    this.tags = tags;
    this.self = self;
  }

  /**
   * How many of the containers that a function lacks are to be prepared here.
   *
   * @param missing how many it lacks in the whole cluster
   * @param ownReady those that are ready or being prepared here, whether announced or not
   */
  public int toPrepare(FunctionSpec function, int missing, int ownReady, long nowMicros) {
    FunctionId key = ClusterView.inKeys(function.id());
    List<Integer> order = RendezvousOrder.of(key, eligible(function, nowMicros));
    if (!order.contains(self)) {
      return 0;
    }
    Multiset<Integer> covered = HashMultiset.create(facts.readyAt(key));
    covered.setCount(self, ownReady);
    int own = 0;
    int left = missing;
    for (int slot = 0; left > 0; slot++) {
      int owner = order.get(slot % order.size());
      if (!covered.remove(owner)) {
        left--;
        own += owner == self ? 1 : 0;
      }
    }
    return own;
  }

  /**
   * How many of a function's surplus containers are to go here.
   *
   * @param surplus how many are to go in the whole cluster
   */
  public int toRelease(FunctionId function, int surplus) {
    int own = 0;
    for (ContainerKey key :
        Ordering.from(RendezvousOrder.ofSurplus()).leastOf(facts.ready(function), surplus)) {
      own += key.invoker() == self ? 1 : 0;
    }
    return own;
  }

  /**
   * How many of the least number of containers that a function keeps are kept here. Invokers that
   * are earlier in the function's order keep theirs first, so two of them never both leave the last
   * one to the other.
   *
   * @param least how many are kept in the whole cluster
   */
  public int toKeep(FunctionId function, int least) {
    Multiset<Integer> live = HashMultiset.create(facts.running(function));
    live.addAll(facts.readyAt(function));
    live.add(self);
    int left = least;
    for (int invoker : RendezvousOrder.of(function, live.elementSet())) {
      if (invoker == self) {
        break;
      }
      left -= live.count(invoker);
    }
    return Math.max(0, left);
  }

  /** The invokers to which the scheduler itself could send the function. */
  private List<Integer> eligible(FunctionSpec function, long nowMicros) {
    Set<String> needed = tags.of(ClusterView.inKeys(function.id()));
    List<Integer> eligible = new ArrayList<>();
    for (ClusterInvoker invoker : facts.invokers()) {
      if (nowMicros - invoker.healthySinceMicros() >= HEALTHY_MICROS
          && admits(invoker.resources(), function, needed)) {
        eligible.add(invoker.number());
      }
    }
    return eligible;
  }

  /** Invokers with tags are for actions that need them. */
  private static boolean admits(
      InvokerResources resources, FunctionSpec function, Set<String> needed) {
    Set<String> dedicated = resources.dedicatedNamespaces();
    return resources.freeMb() >= function.memoryMb()
        && (dedicated.isEmpty() || dedicated.contains(function.id().namespace()))
        && (needed.isEmpty() ? resources.tags().isEmpty() : resources.tags().containsAll(needed));
  }
}
