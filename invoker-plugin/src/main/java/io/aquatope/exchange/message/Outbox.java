/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way to one topic. They wait here for the next flush, and are sent as few
 * messages, one after the other: the next one leaves when the one before has arrived, so that their
 * order holds and a slow broker makes messages larger, not more. What fails is sent again at the
 * next flush.
 *
 * <p>Memory and rate are bounded: of observations the oldest are dropped, and counted. Offering
 * never waits. Safe for use by several threads.
 */
public final class Outbox {

  private static final int MOST_RECORDS = 2_000;

  private final String topic;
  private final Identity sender;
  private final Transport transport;
  private final int capacity;
  private final int perFlush;
  private final Deque<ExchangeRecord> decisions = new ArrayDeque<>();
  private final Deque<ExchangeRecord> observations = new ArrayDeque<>();
  private byte @Nullable [] unconfirmed;
  private boolean underWay;
  private int allowance;
  private long seq;
  private long dropped;

  /**
   * @param capacity how many observations wait at most
   * @param perFlush how many observations a flush sends at most
   */
  public Outbox(String topic, Identity sender, Transport transport, int capacity, int perFlush) {
    this.topic = topic;
    this.sender = sender;
    this.transport = transport;
    this.capacity = capacity;
    this.perFlush = perFlush;
  }

  public synchronized void offer(ExchangeRecord record) {
    Deque<ExchangeRecord> queue = record.mayBeDropped() ? observations : decisions;
    queue.add(record);
    if (queue.size() > capacity) {
      queue.remove();
      dropped++;
    }
  }

  /** Sends what waits, unless the last message is still under way. */
  public void flush() {
    synchronized (this) {
      allowance = perFlush;
    }
    sendNext();
  }

  /** How many records were dropped. */
  public synchronized long dropped() {
    return dropped;
  }

  public synchronized int waiting() {
    return decisions.size() + observations.size();
  }

  private void sendNext() {
    byte[] message = take();
    if (message != null) {
      var unused =
          transport.send(topic, message).whenComplete((sent, failure) -> sent(failure == null));
    }
  }

  private synchronized byte @Nullable [] take() {
    if (underWay) {
      return null;
    }
    if (unconfirmed == null) {
      unconfirmed = nextMessage();
    }
    underWay = unconfirmed != null;
    return unconfirmed;
  }

  private byte @Nullable [] nextMessage() {
    int most = MOST_RECORDS;
    while (!decisions.isEmpty() || (!observations.isEmpty() && allowance > 0)) {
      List<ExchangeRecord> records = new ArrayList<>();
      decisions.stream().limit(most).forEach(records::add);
      int decided = records.size();
      observations.stream().limit(Math.min(allowance, most - decided)).forEach(records::add);
      byte[] bytes =
MessageCodec.encode(new Message(sender, seq + 1, records));
      boolean fits = bytes.length <= MessageCodec.MOST_BYTES;
      if (!fits && records.size() > 1) {
        most = records.size() / 2;
        continue;
      }
      remove(decisions, decided);
      remove(observations, records.size() - decided);
      allowance -= records.size() - decided;
      if (fits) {
        seq++;
        return bytes;
      }
      dropped++;
    }
    return null;
  }

  private static void remove(Deque<ExchangeRecord> queue, int count) {
    for (int i = 0; i < count; i++) {
      queue.remove();
    }
  }

  private void sent(boolean arrived) {
    synchronized (this) {
      underWay = false;
      if (arrived) {
        unconfirmed = null;
      }
    }
    if (arrived) {
      sendNext();
    }
  }
}
