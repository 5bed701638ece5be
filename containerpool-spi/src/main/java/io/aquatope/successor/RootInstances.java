/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.share.FairShares;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The workflow instances in flight, at most so many; see {@link FairShares} for which one goes. One
 * that has been silent for as long as anything may follow is over: what has not followed by then
 * did not follow.
 *
 * <p>There are a few classes of patience, and in each the instances are in the order of their last
 * calls, so that finding those that are over takes constant time.
 */
final class RootInstances {

  /** An instance of which nothing is known yet is watched for so long after its last call. */
  static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

  /** So that a stage that is new to a workflow is noticed even if nothing was expected any more. */
  private static final long SHORTEST_MICROS = TimeUnit.MINUTES.toMicros(1);

  /** A root of one namespace; others cannot reach into it, whatever number they send. */
  record Key(String namespace, long root) {}

  private record Patience(long micros, LinkedHashSet<RootInstance> roots) {}

  private final SuccessorSettings settings;
  private final Map<Key, RootInstance> roots = new HashMap<>();
  private final FairShares<RootInstance> shares;
  private final List<Patience> patience =
      List.of(
          new Patience(SHORTEST_MICROS, new LinkedHashSet<>()),
          new Patience(4 * SHORTEST_MICROS, new LinkedHashSet<>()),
          new Patience(LONGEST_MICROS, new LinkedHashSet<>()));

  RootInstances(SuccessorSettings settings, Runnable release) {
    this.settings = settings;
    this.shares = new FairShares<>(settings.roots(), release);
  }

  int size() {
    return roots.size();
  }

  @Nullable RootInstance find(Key key) {
    return roots.get(key);
  }

  /**
   * A root begins. If there are too many, the one of its namespace, or of a namespace that has
   * more, that has been silent for longest is given up; nothing is learnt from it, as it may well
   * go on.
   */
  RootInstance begin(Key key, boolean endsAreTold) {
    RootInstance root = new RootInstance(key, settings.stages(), endsAreTold);
    roots.put(key, root);
    RootInstance gone = shares.put(key.namespace, root);
    if (gone != null) {
      patienceWith(gone).roots.remove(gone);
      roots.remove(gone.key);
    }
    return root;
  }

  /** A function is called by a root. */
  void called(RootInstance root, ActionNode node, long nowMicros) {
    shares.put(root.key.namespace, root);
    patienceWith(root).roots.remove(root);
    root.called(node, nowMicros);
    patienceWith(root).roots.add(root);
  }

  private Patience patienceWith(RootInstance root) {
    long needed = root.deadlineMicros() - root.lastMicros();
    for (Patience each : patience) {
      if (needed <= each.micros) {
        return each;
      }
    }
    return patience.get(patience.size() - 1);
  }

  /** Time has passed. */
  void closeOver(long nowMicros) {
    for (Patience each : patience) {
      while (!each.roots.isEmpty() && nowMicros - first(each).lastMicros() > each.micros) {
        RootInstance over = first(each);
        remove(over, each);
        over.close();
      }
    }
  }

  private void remove(RootInstance root, Patience from) {
    from.roots.remove(root);
    shares.remove(root.key.namespace, root);
    roots.remove(root.key);
  }

  private static RootInstance first(Patience patience) {
    return patience.roots.iterator().next();
  }
}
