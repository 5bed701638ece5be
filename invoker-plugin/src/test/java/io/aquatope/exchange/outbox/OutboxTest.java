/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.SenderIdentity;
import io.aquatope.exchange.message.StageExecution;
import io.aquatope.exchange.message.StageReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

final class OutboxTest {

  private final List<Message> sent = new ArrayList<>();
  private final List<CompletableFuture<?>> pending = new ArrayList<>();
  private final Outbox outbox =
      new Outbox("log", new SenderIdentity("invoker0", 7), this::send, 5, 4);

  @Test
  void whatWaitsIsSentAsOneMessage() {
    offer(3);
    outbox.flush();

    assertThat(sent).singleElement().satisfies(message -> assertThat(ids(message)).hasSize(3));
  }

  @Test
  void theOldestObservationsAreDroppedAndCounted() {
    offer(8);
    outbox.flush();

    assertThat(ids(sent.get(0))).containsExactly("a3", "a4", "a5", "a6");
    assertThat(outbox.dropped()).isEqualTo(3);
  }

  @Test
  void decisionsAreNotDroppedForObservations() {
    outbox.offer(Records.conclusion(1, 0, 0));
    offer(8);
    outbox.flush();

    assertThat(sent.get(0).records()).hasSize(5).contains(Records.conclusion(1, 0, 0));
  }

  @Test
  void theNextMessageWaitsForTheOneBefore() {
    offer(1);
    outbox.flush();
    offer(1);
    outbox.flush();
    assertThat(sent).hasSize(1);

    pending.get(0).complete(null);
    assertThat(sent).extracting(Message::seq).containsExactly(1L, 2L);
  }

  @Test
  void whatFailedIsSentAgainAtTheNextFlushAndIsTheSameMessage() {
    offer(1);
    outbox.flush();
    pending.get(0).completeExceptionally(new IllegalStateException("away"));
    assertThat(sent).hasSize(1);

    offer(1);
    outbox.flush();
    assertThat(sent.get(1)).isEqualTo(sent.get(0));
  }

  @Test
  void noMoreThanTheRateIsSentInAFlush() {
    offer(5);
    outbox.flush();
    pending.get(0).complete(null);

    assertThat(sent).hasSize(1);
    assertThat(outbox.waiting()).isOne();
  }

  @Test
  void aMessageIsNeverLargerThanABrokerTakes() {
    Outbox large = new Outbox("log", new SenderIdentity("invoker0", 7), this::send, 10_000, 10_000);
    for (int i = 0; i < 10_000; i++) {
      large.offer(observation("a".repeat(450) + i));
    }
    large.flush();
    for (int i = 0; i < pending.size(); i++) {
      pending.get(i).complete(null);
    }

    assertThat(sent).hasSizeGreaterThan(5);
    assertThat(sent.stream().mapToInt(message -> message.records().size()).sum()).isEqualTo(10_000);
  }

  /** Records of a thousand stages would have filled the heap while the broker is away. */
  @Test
  void whatWaitsIsBoundedInBytes() {
    Outbox small = new Outbox("log", new SenderIdentity("invoker0", 7), this::send, 100, 100);
    List<List<Integer>> choices = Collections.nCopies(16, Collections.nCopies(2_000, 1));
    for (int i = 0; i < 100; i++) {
      small.offer(Records.proposal(i, choices));
    }

    assertThat(small.waitingBytes()).isLessThan(1_100_000).isGreaterThan(900_000);
    assertThat(small.dropped()).isEqualTo(100 - small.waiting());
  }

  @Test
  void aRecordThatNoMessageCouldHoldIsDroppedAndTheOthersAreSent() {
    outbox.offer(Records.proposal(1, Collections.nCopies(16, Collections.nCopies(50_000, 1))));
    offer(1);
    outbox.flush();

    assertThat(ids(sent.get(0))).containsExactly("a0");
    assertThat(outbox.dropped()).isOne();
  }

  /** The message counted as under way for ever, and nothing was sent any more. */
  @Test
  void aTransportThatThrowsIsAskedAgain() {
    List<byte[]> tries = new ArrayList<>();
    Outbox failing =
        new Outbox(
            "log",
            new SenderIdentity("invoker0", 7),
            (topic, message) -> {
              tries.add(message);
              throw new IllegalStateException("no producer");
            },
            5,
            4);
    failing.offer(new Heartbeat());
    failing.flush();
    failing.flush();

    assertThat(tries).hasSize(2).allSatisfy(again -> assertThat(again).isEqualTo(tries.get(0)));
  }

  private void offer(int count) {
    for (int i = 0; i < count; i++) {
      outbox.offer(observation("a" + i));
    }
  }

  private static StageReport observation(String activation) {
    return new StageReport(
        activation,
        "guest",
        "t",
        "guest/cart",
        new StageExecution(500, 256, 70, 7, 0.4, true, false, true));
  }

  private static List<String> ids(Message message) {
    return message.records().stream().map(r -> ((StageReport) r).activation()).toList();
  }

  private CompletionStage<?> send(String topic, byte[] message) {
    try {
      sent.add(MessageCodec.decode(message));
    } catch (MessageFormatException e) {
      throw new AssertionError(e);
    }
    CompletableFuture<?> result = new CompletableFuture<>();
    pending.add(result);
    return result;
  }
}
