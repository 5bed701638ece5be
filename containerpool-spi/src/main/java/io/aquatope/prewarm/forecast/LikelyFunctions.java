/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.forecast;

import io.aquatope.pool.FunctionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * The functions of which a call may be worth a container, limited in number. If there are too many,
 * the namespace that has most loses the function of the least worth. Among namespaces with equally
 * many, the one whose least function is worth less loses. So a function stays in the plan as long
 * as its namespace has no more than its even share, whatever the others do.
 */
final class LikelyFunctions {

  private record Likely(FunctionId function, double worth) {}

  private static final class Share {

    final String namespace;
    final PriorityQueue<Likely> functions =
        new PriorityQueue<>(Comparator.comparingDouble(Likely::worth));

    Share(String namespace) {
      this.namespace = namespace;
    }

    int size() {
      return functions.size();
    }

    double leastWorth() {
      return functions.element().worth;
    }
  }

  private static final Comparator<Share> BY_LOSS =
      Comparator.comparingInt(Share::size)
          .thenComparing(Comparator.comparingDouble(Share::leastWorth).reversed())
          .thenComparing(share -> share.namespace);

  private final int most;
  private final Map<String, Share> shares = new HashMap<>();

  /** Namespaces; the last one loses the next function. None of them is empty. */
  private final TreeSet<Share> byLoss = new TreeSet<>(BY_LOSS);

  private int size;

  /**
   * @param most maximum number of functions, at least 1
   */
  LikelyFunctions(int most) {
    this.most = most;
  }

  /**
   * Adds a function.
   *
   * @param worth value of a container of it, as a multiple of its cost
   */
  void add(FunctionId function, double worth) {
    Share share = shares.computeIfAbsent(function.namespace(), Share::new);
    byLoss.remove(share);
    share.functions.add(new Likely(function, worth));
    byLoss.add(share);
    size++;
    if (size > most) {
      releaseOne();
    }
  }

  private void releaseOne() {
    Share largest = byLoss.last();
    byLoss.remove(largest);
    largest.functions.remove();
    size--;
    if (largest.size() > 0) {
      byLoss.add(largest);
    } else {
      shares.remove(largest.namespace);
    }
  }

  /** All functions, in no order. */
  List<FunctionId> all() {
    List<FunctionId> all = new ArrayList<>(size);
    for (Share share : byLoss) {
      share.functions.forEach(likely -> all.add(likely.function));
    }
    return all;
  }
}
