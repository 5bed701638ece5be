/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.exchange.member.ChangeLog;
import io.aquatope.exchange.member.ExchangeState;
import io.aquatope.exchange.member.LogFold;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Folds the log by itself, to compare; and makes it dirty: repeats messages, tears them, and adds
 * some that are too large.
 */
final class Auditor {

  private final KafkaTransport kafka;
  private final String topic;
  private final SplittableRandom random = new SplittableRandom(11);
  private final List<String> decisions = new CopyOnWriteArrayList<>();
  private volatile ExchangeState state = ExchangeState.NONE;
  private volatile boolean soiling;
  private final AtomicInteger soiled = new AtomicInteger();

  Auditor(KafkaTransport kafka, String topic) {
    this.kafka = kafka;
    this.topic = topic;
    kafka.read(topic, "auditor", this::receive);
  }

  private void receive(byte[] bytes, long nowMs) {
    try {
      ExchangeState before = state;
      state = LogFold.fold(before, MessageCodec.decode(bytes));
      ChangeLog.changes(before, state).stream()
          .filter(line -> line.startsWith("workflow "))
          .forEach(decisions::add);
    } catch (MessageFormatException e) {
      return;
    }
    if (soiling && random.nextInt(5) == 0) {
      soil(bytes);
    }
  }

  private void soil(byte[] bytes) {
    int count = soiled.incrementAndGet();
    byte[] dirt =
        switch (random.nextInt(4)) {
          case 0 -> torn(bytes);
          case 1 -> count % 10 == 0 ? new byte[MessageCodec.MOST_BYTES + 1] : torn(bytes);
          default -> bytes;
        };
    var unused = kafka.send(topic, dirt);
  }

  private static byte[] torn(byte[] bytes) {
    byte[] half = new byte[bytes.length / 2];
    System.arraycopy(bytes, 0, half, 0, half.length);
    return half;
  }

  void soil(boolean on) {
    soiling = on;
  }

  int soiled() {
    return soiled.get();
  }

  List<String> decisions() {
    return decisions;
  }

  Set<String> present() {
    return state.members().silence().keySet();
  }

  @Nullable WorkflowState video() {
    return state.workflows().get("video");
  }

  boolean roundInProgress() {
    WorkflowState video = video();
    return video != null && video.round().inProgress();
  }

  int round() {
    WorkflowState video = video();
    return video == null ? 0 : video.round().number();
  }
}
