/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import java.util.function.ObjLongConsumer;
import org.apache.openwhisk.core.connector.MessageConsumer;
import scala.Tuple4;
import scala.collection.Iterator;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * A thread that reads a topic, message by message. A message that its target fails at is told of,
 * and the next ones are taken: who reads the same topic is to have read the same.
 */
final class TopicReader implements AutoCloseable {

  private static final FiniteDuration LONG_POLL = Duration.create(1, "second");
  private static final int RETRIES = 3;
  private static final long PAUSE_MS = 1_000;

  private final MessageConsumer consumer;
  private final boolean commits;
  private final ObjLongConsumer<byte[]> target;
  private final ExchangeEvents events;
  private final Thread thread;
  private volatile boolean closed;
  private long failures;

  private TopicReader(
      MessageConsumer consumer,
      boolean commits,
      String topic,
      ObjLongConsumer<byte[]> target,
      ExchangeEvents events) {
    this.consumer = consumer;
    this.commits = commits;
    this.target = target;
    this.events = events;
    this.thread = new Thread(this::read, "reader of " + topic);
    thread.setDaemon(true);
  }

  /**
   * @param commits whether a later reader goes on where this one stops
   * @param target takes each message, and the time
   */
  static TopicReader start(
      MessageConsumer consumer,
      boolean commits,
      String topic,
      ObjLongConsumer<byte[]> target,
      ExchangeEvents events) {
    TopicReader reader = new TopicReader(consumer, commits, topic, target, events);
    reader.thread.start();
    return reader;
  }

  private void read() {
    boolean failing = false;
    while (!closed) {
      try {
        readOnce();
        failing = false;
      } catch (RuntimeException e) {
        if (!failing && !closed) {
          events.warned(thread.getName() + " is interrupted: " + e);
        }
        failing = true;
        pause();
      }
    }
  }

  private void readOnce() {
    Iterator<Tuple4<String, Object, Object, byte[]>> messages =
        consumer.peek(LONG_POLL, RETRIES).iterator();
    boolean some = messages.hasNext();
    while (messages.hasNext()) {
      take(messages.next()._4());
    }
    if (commits && some) {
      consumer.commit(RETRIES);
    }
  }

  private void take(byte[] message) {
    try {
      target.accept(message, System.currentTimeMillis());
    } catch (RuntimeException e) {
      failures++;
      if (Long.bitCount(failures) == 1) {
        events.warned("%s fails at %d messages: %s".formatted(thread.getName(), failures, e));
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
