/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Shares a total out among namespaces that want more of it than there is: each gets one in turn,
 * until nothing is left. In the last turn those go first that have so many already, so that nothing
 * changes hands for nothing, and then the order is by hash, which no name is chosen for easily.
 */
final class FairAllotment {

  private FairAllotment() {}

  /**
   * @param wanted by each namespace, more than 0
   * @param before what each had
   */
  static Map<String, Integer> of(
      Map<String, Integer> wanted, ToIntFunction<String> before, int total) {
    Map<String, Integer> shares = new HashMap<>();
    List<String> unserved = new ArrayList<>(wanted.keySet());
    int left = total;
    for (int level = 1; !unserved.isEmpty() && left >= unserved.size(); level++) {
      int present = level;
      left -= unserved.size();
      unserved.forEach(namespace -> shares.put(namespace, present));
      unserved.removeIf(namespace -> wanted.getOrDefault(namespace, 0) <= present);
    }
    unserved.stream()
        .sorted(
            Comparator.comparing(
                    (String namespace) ->
                        before.applyAsInt(namespace) <= shares.getOrDefault(namespace, 0))
                .thenComparing(FairAllotment::hash)
                .thenComparing(Comparator.naturalOrder()))
        .limit(left)
        .forEach(namespace -> shares.merge(namespace, 1, Integer::sum));
    wanted.keySet().forEach(namespace -> shares.putIfAbsent(namespace, 0));
    return shares;
  }

  private static int hash(String namespace) {
    return namespace.hashCode() * 0x9E3779B9;
  }
}
