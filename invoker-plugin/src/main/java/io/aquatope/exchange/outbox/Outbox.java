/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.outbox;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.SenderIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Queue of records for one topic. Records wait here for the next flush and are sent in few
 * messages, one after the other. The next message is sent when the one before has arrived. So the
 * order is kept, and a slow broker makes messages larger, not more numerous. Failed messages are
 * sent again at the next flush.
 *
 * <p>Memory and rate are bounded. Of observations and of decisions, the oldest are dropped and
 * counted. Offering a record never waits. Safe for use by several threads.
 */
public final class Outbox {

  private static final int MOST_RECORDS = 2_000;

  /** Several times the size of an observation of a stage. */
  private static final long BYTES_PER_RECORD = 1_000;

  private final String topic;
  private final SenderIdentity sender;
  private final Transport transport;
  private final int perFlush;
  private final WaitingRecords decisions;
  private final WaitingRecords observations;
  private byte @Nullable [] unconfirmed;
  private boolean underWay;
  private int allowance;
  private long seq;
  private long dropped;

  /**
   * @param capacity maximum number of waiting observations, of {@value #BYTES_PER_RECORD} bytes
   *     each on average, and of waiting decisions
   * @param perFlush maximum number of observations in one flush
   */
  public Outbox(
      String topic, SenderIdentity sender, Transport transport, int capacity, int perFlush) {
    this.topic = topic;
    this.sender = sender;
    this.transport = transport;
    this.perFlush = perFlush;
    long mostBytes = capacity * BYTES_PER_RECORD + MessageCodec.MOST_BYTES;
    this.decisions = new WaitingRecords(capacity, mostBytes);
    this.observations = new WaitingRecords(capacity, mostBytes);
  }

  /** Takes a record. A record that is too large for any message counts as dropped. */
  public void offer(ExchangeRecord record) {
    byte[] json = MessageCodec.json(record);
    synchronized (this) {
      if (json.length > MessageCodec.MOST_BYTES - header(seq + 1).length) {
        dropped++;
      } else {
        dropped += (record.mayBeDropped() ? observations : decisions).add(json);
      }
    }
  }

  /** Sends the waiting records, unless the last message is still in flight. */
  public void flush() {
    synchronized (this) {
      allowance = perFlush;
    }
    sendNext();
  }

  /** Number of records that were dropped. */
  public synchronized long dropped() {
    return dropped;
  }

  public synchronized int waiting() {
    return decisions.size() + observations.size();
  }

  /** Size of the waiting records, in bytes. */
  public synchronized long waitingBytes() {
    return decisions.bytes() + observations.bytes();
  }

  private void sendNext() {
    byte[] message = take();
    if (message != null) {
      var unused = send(message).whenComplete((sent, failure) -> sent(failure == null));
    }
  }

  /**
   * Sends a message. A transport that throws is treated like one whose future fails: the message is
   * sent again.
   */
  private CompletionStage<?> send(byte[] message) {
    try {
      return transport.send(topic, message);
    } catch (RuntimeException | LinkageError e) {
      return CompletableFuture.failedFuture(e);
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
    byte[] header = header(seq + 1);
    List<byte[]> records = new ArrayList<>();
    long room = (long) MessageCodec.MOST_BYTES - header.length;
    while (decisions.size() > 0 && records.size() < MOST_RECORDS && decisions.nextSize() <= room) {
      room -= decisions.nextSize() + 1;
      records.add(decisions.next());
    }
    while (observations.size() > 0
        && allowance > 0
        && records.size() < MOST_RECORDS
        && observations.nextSize() <= room) {
      allowance--;
      room -= observations.nextSize() + 1;
      records.add(observations.next());
    }
    if (records.isEmpty()) {
      return null;
    }
    seq++;
    return MessageCodec.encode(header, records);
  }

  private byte[] header(long number) {
    return MessageCodec.encode(new Message(sender, number, List.of()));
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
