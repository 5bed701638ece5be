/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import java.util.Arrays;

/**
 * Queue of the future events in virtual time, soonest first; at equal times in the order of {@link
 * Kind}, and then in the order of adding.
 *
 * <p>A binary heap of three columns of primitives: a replay passes two events through it for each
 * activation, and objects would cost more than the pool's own work. {@link #next} moves the soonest
 * event into the accessors.
 */
final class EventQueue {

  /**
   * Kinds of events, in the order in which they happen at one time. Events that free a container or
   * make it ready precede an arrival that could use it. Wake-ups, which release containers, come
   * after arrivals, so a container kept for a minute serves a call that arrives a minute later.
   */
  enum Kind {
    ENDED(0),
    STEM_CELL_READY(1),
    PREPARED(2),
    LEASED(3),
    ARRIVED(4),
    GRACE_OVER(5),
    WAKE_UP(6),
    RETRY(7);

    private static final Kind[] BY_RANK = {
      ENDED, STEM_CELL_READY, PREPARED, LEASED, ARRIVED, GRACE_OVER, WAKE_UP, RETRY
    };

    private final int rank;

    Kind(int rank) {
      this.rank = rank;
    }
  }

  private static final int INVOKER_BITS = 16;
  private static final int KIND_SHIFT = 60;

  /** The greatest number of invokers that events can name. */
  static final int MAX_INVOKERS = 1 << INVOKER_BITS;

  private long[] times = new long[256];

  /** Kind, sequence number and invoker, from the highest bits to the lowest. */
  private long[] orders = new long[256];

  /** Activation in the high half, container in the low one. */
  private long[] subjects = new long[256];

  private int size;
  private long sequence;
  private long timeMicros;
  private long order;
  private long subject;

  void add(long atMicros, Kind kind, int invoker, long container, int activation) {
    if (size == times.length) {
      times = Arrays.copyOf(times, size * 2);
      orders = Arrays.copyOf(orders, size * 2);
      subjects = Arrays.copyOf(subjects, size * 2);
    }
    long newOrder = ((long) kind.rank << KIND_SHIFT) | (sequence++ << INVOKER_BITS) | invoker;
    long newSubject = ((long) activation << Integer.SIZE) | Math.toIntExact(container);
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!before(atMicros, newOrder, parent)) {
        break;
      }
      move(parent, hole);
      hole = parent;
    }
    set(hole, atMicros, newOrder, newSubject);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Time of the soonest event; there must be one. */
  long headMicros() {
    return times[0];
  }

  /** Kind of the soonest event; there must be one. */
  Kind headKind() {
    return Kind.BY_RANK[(int) (orders[0] >>> KIND_SHIFT)];
  }

  /** Removes the soonest event, which the accessors then describe. */
  void next() {
    timeMicros = times[0];
    order = orders[0];
    subject = subjects[0];
    size--;
    long lastTime = times[size];
    long lastOrder = orders[size];
    long lastSubject = subjects[size];
    int hole = 0;
    int child = 1;
    while (child < size) {
      if (child + 1 < size && before(times[child + 1], orders[child + 1], child)) {
        child++;
      }
      if (before(lastTime, lastOrder, child)) {
        break;
      }
      move(child, hole);
      hole = child;
      child = 2 * hole + 1;
    }
    set(hole, lastTime, lastOrder, lastSubject);
  }

  long timeMicros() {
    return timeMicros;
  }

  Kind kind() {
    return Kind.BY_RANK[(int) (order >>> KIND_SHIFT)];
  }

  int invoker() {
    return (int) (order & (MAX_INVOKERS - 1));
  }

  int activation() {
    return (int) (subject >>> Integer.SIZE);
  }

  long container() {
    return subject & Integer.MAX_VALUE;
  }

  private boolean before(long time, long otherOrder, int slot) {
    return time < times[slot] || (time == times[slot] && otherOrder < orders[slot]);
  }

  private void move(int from, int to) {
    set(to, times[from], orders[from], subjects[from]);
  }

  private void set(int slot, long time, long newOrder, long newSubject) {
    times[slot] = time;
    orders[slot] = newOrder;
    subjects[slot] = newSubject;
  }
}
