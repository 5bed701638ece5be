/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The workflow instances in flight, at most so many. One that has been silent for as long as
 * anything may follow is over: what has not followed by then did not follow.
 *
 * <p>There are a few classes of patience, and in each the instances are in the order of their last
 * calls, so that finding those that are over takes constant time.
 */
final class Roots {

  /** An instance of which nothing is known yet is watched for so long after its last call. */
  static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

  /** So that a stage that is new to a workflow is noticed even if nothing was expected any more. */
  private static final long SHORTEST_MICROS = TimeUnit.MINUTES.toMicros(1);

  /** A root of one namespace; others cannot reach into it, whatever number they send. */
  record Key(String namespace, long root) {}

  private record Patience(long micros, LinkedHashSet<Root> roots) {}

  private final SuccessorSettings settings;
  private final Map<Key, Root> roots = new HashMap<>();
  private final List<Patience> patience =
      List.of(
          new Patience(SHORTEST_MICROS, new LinkedHashSet<>()),
          new Patience(4 * SHORTEST_MICROS, new LinkedHashSet<>()),
          new Patience(LONGEST_MICROS, new LinkedHashSet<>()));

  Roots(SuccessorSettings settings) {
    this.settings = settings;
  }

  int size() {
    return roots.size();
  }

  @Nullable Root find(Key key) {
    return roots.get(key);
  }

  /** A root begins; if there are too many, the one that has been silent for longest is given up. */
  Root begin(Key key, boolean endsAreTold) {
    if (roots.size() == settings.roots()) {
      giveUpOldest();
    }
    Root root = new Root(key, settings.stages(), endsAreTold);
    roots.put(key, root);
    return root;
  }

  /** Nothing is learnt from it: it may well go on. */
  private void giveUpOldest() {
    Patience oldest = null;
    for (Patience each : patience) {
      if (!each.roots.isEmpty()
          && (oldest == null || first(each).lastMicros() < first(oldest).lastMicros())) {
        oldest = each;
      }
    }
    if (oldest != null) {
      remove(first(oldest), oldest);
    }
  }

  /** A function is called by a root. */
  void called(Root root, Node node, long nowMicros) {
    patienceWith(root).roots.remove(root);
    root.called(node, nowMicros);
    patienceWith(root).roots.add(root);
  }

  private Patience patienceWith(Root root) {
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
        Root over = first(each);
        remove(over, each);
        over.close();
      }
    }
  }

  private void remove(Root root, Patience from) {
    from.roots.remove(root);
    roots.remove(root.key);
  }

  private static Root first(Patience patience) {
    return patience.roots.iterator().next();
  }
}
