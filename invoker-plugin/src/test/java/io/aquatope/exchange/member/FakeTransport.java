/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.outbox.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Topics in memory, whose broker can be away, and which readers follow at their own pace. */
final class FakeTransport implements Transport {

  private final Map<String, List<byte[]>> topics = new HashMap<>();
  private boolean away;

  @Override
  public CompletionStage<?> send(String topic, byte[] message) {
    if (away) {
      return CompletableFuture.failedFuture(new IllegalStateException("the broker is away"));
    }
    topic(topic).add(message);
    return CompletableFuture.completedFuture(null);
  }

  void away(boolean isAway) {
    away = isAway;
  }

  List<byte[]> topic(String name) {
    return topics.computeIfAbsent(name, n -> new ArrayList<>());
  }

  /** A reader from the beginning of a topic. */
  Reader reader(String topic, BiConsumer<byte[], Long> target) {
    return new Reader(topic(topic), target);
  }

  static final class Reader {

    private final List<byte[]> messages;
    private final BiConsumer<byte[], Long> target;
    private int offset;

    private Reader(List<byte[]> messages, BiConsumer<byte[], Long> target) {
      this.messages = messages;
      this.target = target;
    }

    void catchUp(long nowMs) {
      while (offset < messages.size()) {
        target.accept(messages.get(offset++), nowMs);
      }
    }
  }
}
