/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.thread.DaemonLoop;
import io.aquatope.thread.FailureGuard;
import io.aquatope.thread.MonotonicClock;
import java.util.function.ObjLongConsumer;
import org.apache.openwhisk.core.connector.MessageConsumer;
import scala.Tuple4;
import scala.collection.Iterator;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * Reads a topic on a thread of its own, message by message. If the target fails at a message, the
 * failure is reported and the next message follows, because all readers of a topic must read the
 * same messages. If the consumer fails, it is retried after a pause.
 */
final class TopicReader {

  private static final FiniteDuration LONG_POLL = Duration.create(1, "second");
  private static final int RETRIES = 3;

  private final MessageConsumer consumer;
  private final boolean commits;
  private final ObjLongConsumer<byte[]> target;
  private final FailureGuard messages;

  private TopicReader(
      MessageConsumer consumer,
      boolean commits,
      ObjLongConsumer<byte[]> target,
      FailureGuard messages) {
    this.consumer = consumer;
    this.commits = commits;
    this.target = target;
    this.messages = messages;
  }

  /**
   * @param commits whether a later reader continues where this one stops
   * @param target takes each message, and the time of {@link MonotonicClock}
   */
  static DaemonLoop start(
      MessageConsumer consumer,
      boolean commits,
      String topic,
      ObjLongConsumer<byte[]> target,
      ExchangeEvents events) {
    ExchangeThreads threads = new ExchangeThreads(events);
    TopicReader reader =
        new TopicReader(
            consumer,
            commits,
            target,
            new FailureGuard(threads.failures("reader of " + topic + " fails at %d messages: %s")));
    return DaemonLoop.start(
        "aquatope-reader-" + topic,
        reader::read,
        threads.failures("reader of " + topic + " is interrupted (%d times): %s"));
  }

  private void read() {
    Iterator<Tuple4<String, Object, Object, byte[]>> batch =
        consumer.peek(LONG_POLL, RETRIES).iterator();
    boolean some = batch.hasNext();
    while (batch.hasNext()) {
      byte[] message = batch.next()._4();
      messages.attempt(() -> target.accept(message, MonotonicClock.millis()));
    }
    if (commits && some) {
      consumer.commit(RETRIES);
    }
  }
}
