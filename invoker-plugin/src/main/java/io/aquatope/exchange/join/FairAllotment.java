/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Divides a total among namespaces that want more than there is: each receives one per turn until
 * nothing is left. In the last turn, namespaces that already had that many come first, so that an
 * allotment does not move without need. The others follow in the order of a hash, because a tenant
 * can hardly choose a name for its hash.
 */
final class FairAllotment {

  private FairAllotment() {}

  /**
   * @param wanted number that each namespace wants, more than 0
   * @param before number that each namespace had
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
