/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cluster;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import io.aquatope.cluster.ClusterKey.ContainerKey;
import io.aquatope.pool.FunctionId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Orders that all invokers compute alike, by hashing. A function's order of invokers changes least
 * when one comes or goes: the others keep their places relative to each other. Guava's consistent
 * hash gives one place only, and needs invokers that are numbered without gaps.
 */
final class RendezvousOrder {

  /** Fixed for good: invokers of two versions of this plugin must agree. */
  private static final HashFunction HASH = Hashing.murmur3_128(0);

  private RendezvousOrder() {}

  /** The invokers in the order of a function, whatever its revision. */
  static List<Integer> of(FunctionId function, Collection<Integer> invokers) {
    return ImmutableList.sortedCopyOf(
        Comparator.comparingLong((Integer invoker) -> hash(function, Integer.toString(invoker)))
            .thenComparing(Comparator.naturalOrder()),
        invokers);
  }

  /** Order of ready containers: the first ones go first. */
  static Comparator<ContainerKey> ofSurplus() {
    return Comparator.comparingLong(
            (ContainerKey key) -> hash(key.function(), key.invoker() + "/" + key.container()))
        .thenComparing(ContainerKey::invoker)
        .thenComparing(ContainerKey::container);
  }

  private static long hash(FunctionId function, String what) {
    return HASH.newHasher()
        .putString(function.namespace(), StandardCharsets.UTF_8)
        .putChar('/')
        .putString(function.action(), StandardCharsets.UTF_8)
        .putChar('/')
        .putString(what, StandardCharsets.UTF_8)
        .hash()
        .asLong();
  }
}
