/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.thread.DaemonLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.core.connector.MessageConsumer;
import org.junit.jupiter.api.Test;
import scala.Tuple4;
import scala.collection.Iterable;
import scala.collection.JavaConverters;
import scala.concurrent.duration.FiniteDuration;

@SuppressWarnings("try") // it runs while the block does
final class TopicReaderTest {

  private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

  /** Has all messages in one batch, and nothing afterwards. */
  private static final class OneBatch implements MessageConsumer {

    private final List<Tuple4<String, Object, Object, byte[]>> batch = new ArrayList<>();

    OneBatch(String... messages) {
      for (String message : messages) {
        batch.add(new Tuple4<>("log", 0, 0L, message.getBytes(UTF_8)));
      }
    }

    @Override
    public Iterable<Tuple4<String, Object, Object, byte[]>> peek(FiniteDuration wait, int retry) {
      List<Tuple4<String, Object, Object, byte[]>> next = List.copyOf(batch);
      batch.clear();
      return JavaConverters.asScalaBuffer(next);
    }

    @Override
    public void commit(int retry) {}
  }

  /** Fails as a consumer would that was built against another version, then has a message. */
  private static final class FailsOnce implements MessageConsumer {

    private final MessageConsumer rest;
    private boolean failed;

    FailsOnce(MessageConsumer rest) {
      this.rest = rest;
    }

    @Override
    public Iterable<Tuple4<String, Object, Object, byte[]>> peek(FiniteDuration wait, int retry) {
      if (!failed) {
        failed = true;
        throw new NoSuchMethodError("of another version");
      }
      return rest.peek(wait, retry);
    }

    @Override
    public void commit(int retry) {}
  }

  private final ExchangeEvents events =
      new ExchangeEvents() {
        @Override
        public void told(String line) {}

        @Override
        public void warned(String line) {
          told.add(line);
        }
      };

  @Test
  void aMessageThatCannotBeTakenIsToldOfAndTheOthersOfItsBatchAreTaken() throws Exception {
    try (DaemonLoop reader =
        TopicReader.start(new OneBatch("a", "bad", "c"), false, "log", this::take, events)) {
      assertThat(taken.poll(10, TimeUnit.SECONDS)).isEqualTo("a");
      assertThat(taken.poll(10, TimeUnit.SECONDS)).isEqualTo("c");
      assertThat(told.poll(10, TimeUnit.SECONDS))
          .isEqualTo("reader of log fails at 1 messages: java.lang.IllegalStateException: as told");
    }
  }

  /** An Error ended the thread without a word. */
  @Test
  void anErrorOfTheConsumerIsToldOfAndReadingGoesOn() throws Exception {
    try (DaemonLoop reader =
        TopicReader.start(new FailsOnce(new OneBatch("a")), false, "log", this::take, events)) {
      assertThat(told.poll(10, TimeUnit.SECONDS))
          .isEqualTo(
              "reader of log is interrupted (1 times): java.lang.NoSuchMethodError: of another"
                  + " version");
      assertThat(taken.poll(10, TimeUnit.SECONDS)).isEqualTo("a");
    }
  }

  @Test
  void anErrorAtAMessageIsToldOfAndTheNextIsTaken() throws Exception {
    try (DaemonLoop reader =
        TopicReader.start(new OneBatch("deep", "c"), false, "log", this::take, events)) {
      assertThat(taken.poll(10, TimeUnit.SECONDS)).isEqualTo("c");
      assertThat(told.poll(10, TimeUnit.SECONDS)).contains("StackOverflowError");
    }
  }

  private void take(byte[] message, long nowMs) {
    String text = new String(message, UTF_8);
    if (text.equals("bad")) {
      throw new IllegalStateException("as told");
    }
    if (text.equals("deep")) {
      throw new StackOverflowError();
    }
    taken.add(text);
  }
}
