/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.thread.MonotonicClock;
import java.util.function.ObjLongConsumer;
import org.apache.openwhisk.core.connector.MessageConsumer;
import scala.Tuple4;
import scala.collection.Iterator;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * A thread that reads a topic, message by message. If the target fails at a message, the failure is
 * reported and the next message follows, because all readers of a topic must read the same
 * messages. If the consumer fails, it is retried after a pause that doubles up to {@value
 * #LONGEST_PAUSE_MS} ms.
 */
final class TopicReader implements AutoCloseable {

  private static final FiniteDuration LONG_POLL = Duration.create(1, "second");
  private static final int RETRIES = 3;
  private static final long PAUSE_MS = 1_000;
  private static final long LONGEST_PAUSE_MS = 16_000;

  private final MessageConsumer consumer;
  private final boolean commits;
  private final ObjLongConsumer<byte[]> target;
  private final FailureGuard failures;
  private final FailureGuard interruptions;
  private final Thread thread;
  private volatile boolean closed;

  private TopicReader(
      MessageConsumer consumer,
      boolean commits,
      String topic,
      ObjLongConsumer<byte[]> target,
      ExchangeEvents events) {
    this.consumer = consumer;
    this.commits = commits;
    this.target = target;
    this.thread = new Thread(this::read, "reader of " + topic);
    this.failures = new FailureGuard(thread.getName() + " fails at %d messages: %s", events);
    this.interruptions =
        new FailureGuard(thread.getName() + " is interrupted (%d times): %s", events);
    thread.setDaemon(true);
  }

  /**
   * @param commits whether a later reader continues where this one stops
   * @param target takes each message, and the time of {@link MonotonicClock}
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
    long pauseMs = PAUSE_MS;
    while (!closed) {
      try {
        readOnce();
        pauseMs = PAUSE_MS;
      } catch (Throwable e) {
        if (!closed) {
          interruptions.failed(e);
          pause(pauseMs);
          pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
        }
      }
    }
  }

  private void readOnce() {
    Iterator<Tuple4<String, Object, Object, byte[]>> messages =
        consumer.peek(LONG_POLL, RETRIES).iterator();
    boolean some = messages.hasNext();
    while (messages.hasNext()) {
      byte[] message = messages.next()._4();
      failures.attempt(() -> target.accept(message, MonotonicClock.millis()));
    }
    if (commits && some) {
      consumer.commit(RETRIES);
    }
  }

  private void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
