/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Idle containers, and those in preparation, in ascending order of a key: a deadline, or a rank.
 *
 * <p>A container that stops being idle, or gets another key, is not searched for. Its entry is
 * recognised as outdated at the head of the queue, because the container's period has changed. The
 * queue removes outdated entries whenever it has doubled since the last removal, so its size stays
 * in proportion to the number of idle containers. Keys mostly ascend, so adding takes O(1)
 * amortised.
 */
final class IdleQueue {

  /** Counter of a container that grows when the container's entry becomes outdated. */
  @FunctionalInterface
  interface Period {
    int of(PooledContainer container);
  }

  private static final int SWEEP_FROM = 64;

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private final Period period;
  private int sweepAt = SWEEP_FROM;
  private long sequence;

  IdleQueue(Period period) {
    this.period = period;
  }

  void add(double key, PooledContainer container) {
    if (entries.size() >= sweepAt) {
      entries.removeIf(entry -> !isCurrent(entry));
      sweepAt = Math.max(SWEEP_FROM, 2 * entries.size());
    }
    entries.add(new Entry(key, sequence++, container, period.of(container)));
  }

  /** The container with the least key, or null. */
  @Nullable PooledContainer head() {
    Entry head = currentHead();
    return head == null ? null : head.container;
  }

  /** Takes out the container with the least key, which {@link #head} has returned. */
  void removeHead() {
    entries.poll();
  }

  /** The least key, or positive infinity if there is none. */
  double headKey() {
    Entry head = currentHead();
    return head == null ? Double.POSITIVE_INFINITY : head.key;
  }

  /** Entries, outdated ones included. */
  int size() {
    return entries.size();
  }

  private @Nullable Entry currentHead() {
    Entry head = entries.peek();
    while (head != null && !isCurrent(head)) {
      entries.poll();
      head = entries.peek();
    }
    return head;
  }

  private boolean isCurrent(Entry entry) {
    return period.of(entry.container) == entry.period && entry.container.isEvictable();
  }

  private record Entry(double key, long sequence, PooledContainer container, int period)
      implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      int byKey = Double.compare(key, other.key);
      return byKey != 0 ? byKey : Long.compare(sequence, other.sequence);
    }
  }
}
