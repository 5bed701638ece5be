/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Idle containers in ascending order of a key: a deadline, or a rank.
 *
 * <p>A container that stops being idle is not searched for: its entry is recognised as outdated by
 * {@link PooledContainer#idlePeriod} when it comes to the head. Keys mostly ascend, so that adding
 * is O(1) amortised; outdated entries are swept when they are the majority, so that memory stays in
 * proportion to the number of idle containers.
 */
final class IdleQueue {

  private static final int SWEEP_FROM = 64;

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long sequence;

  void add(double key, PooledContainer container) {
    entries.add(new Entry(key, sequence++, container, container.idlePeriod));
  }

  /** Forgets outdated entries once they outnumber the {@code idle} containers that there are. */
  void sweep(int idle) {
    if (entries.size() > SWEEP_FROM && entries.size() > 2 * idle) {
      entries.removeIf(entry -> !entry.isCurrent());
    }
  }

  /** The container with the least key, or null. */
  @Nullable PooledContainer head() {
    Entry head = currentHead();
    return head == null ? null : head.container;
  }

  /** The least key, or positive infinity if there is none. */
  double headKey() {
    Entry head = currentHead();
    return head == null ? Double.POSITIVE_INFINITY : head.key;
  }

  private @Nullable Entry currentHead() {
    Entry head = entries.peek();
    while (head != null && !head.isCurrent()) {
      entries.poll();
      head = entries.peek();
    }
    return head;
  }

  private record Entry(double key, long sequence, PooledContainer container, int idlePeriod)
      implements Comparable<Entry> {

    boolean isCurrent() {
      return container.idlePeriod == idlePeriod && container.isIdle();
    }

    @Override
    public int compareTo(Entry other) {
      int byKey = Double.compare(key, other.key);
      return byKey != 0 ? byKey : Long.compare(sequence, other.sequence);
    }
  }
}
