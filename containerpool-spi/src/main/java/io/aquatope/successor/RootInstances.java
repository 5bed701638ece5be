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
 * The workflow instances in flight, limited in number; see {@link FairShares} for which one is
 * dropped. An instance that has been silent for longer than any follower takes is over: the stages
 * that have not come by then did not follow.
 *
 * <p>There are a few classes of patience. In each class the instances are in the order of their
 * last calls, so finding those that are over takes constant time.
 */
final class RootInstances {

  /** Time for which an instance without known successors is observed after its last call. */
  static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

  /**
   * Least time of observation, so that a new stage of a workflow is noticed even if nothing more
   * was expected.
   */
  private static final long SHORTEST_MICROS = TimeUnit.MINUTES.toMicros(1);

  /**
   * Key of a root in one namespace; other namespaces cannot reach into it, whatever number they
   * send.
   */
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
    this.shares = new FairShares<>(settings.bounds().roots(), release);
  }

  int size() {
    return roots.size();
  }

  @Nullable RootInstance find(Key key) {
    return roots.get(key);
  }

  /**
   * Begins a root. If there are too many, one root is dropped that has been silent for longest, of
   * the same namespace or of one that has more. Nothing is learnt from it, as it may well continue.
   */
  RootInstance begin(Key key, boolean endsAreTold) {
    RootInstance root = new RootInstance(key, settings.bounds().stages(), endsAreTold);
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

  /** Time has passed: closes the roots that are over. */
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
