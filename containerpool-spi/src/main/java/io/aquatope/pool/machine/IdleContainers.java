/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.PoolPolicy;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The idle containers, by their rank for eviction and by the end of their keep-alive. */
final class IdleContainers {

  private final IdleQueue evictable =
      new IdleQueue(container -> container.idlePeriod + container.ranking);
  private final IdleQueue expiring = new IdleQueue(container -> container.idlePeriod);

  /** Ranks a container that has just become idle, or is being prepared from now on. */
  void rank(PooledContainer container, double rank) {
    evictable.add(rank, container);
  }

  /**
   * Ranks idle containers of a function, and those in preparation, again.
   *
   * @param ranks of the containers that would be used first, in this order; the others keep theirs
   */
  void rerank(FunctionContainers containers, List<Double> ranks) {
    Iterator<Double> next = ranks.iterator();
    rerank(containers.warm.newest(), next);
    rerank(containers.prepared.newest(), next);
    PooledContainer preparing = containers.preparing.oldest();
    while (preparing != null && next.hasNext()) {
      if (preparing.isEvictable()) {
        rerank(preparing, next.next());
      }
      preparing = preparing.next;
    }
  }

  private void rerank(@Nullable PooledContainer newest, Iterator<Double> ranks) {
    PooledContainer container = newest;
    while (container != null && ranks.hasNext()) {
      if (container.isIdle()) {
        rerank(container, ranks.next());
      }
      container = container.previous;
    }
  }

  private void rerank(PooledContainer container, double rank) {
    container.ranking++;
    evictable.add(rank, container);
  }

  /** Keeps an idle container for a time from now, unless it is used or evicted before. */
  void keep(PooledContainer container, long micros, long nowMicros) {
    if (micros < PoolPolicy.NEVER - nowMicros) {
      expiring.add((double) (nowMicros + micros), container);
    }
  }

  /** The container of the least rank, which is evicted next; null if none may be evicted. */
  @Nullable PooledContainer leastRanked() {
    return evictable.head();
  }

  /** Takes out a container whose keep-alive has ended; null if there is none. */
  @Nullable PooledContainer takeExpired(long nowMicros) {
    if (expiring.headKey() > (double) nowMicros) {
      return null;
    }
    PooledContainer expired = expiring.head();
    expiring.removeHead();
    return expired;
  }

  /** The next end of a keep-alive; positive infinity if there is none. */
  double nextExpiryMicros() {
    return expiring.headKey();
  }
}
