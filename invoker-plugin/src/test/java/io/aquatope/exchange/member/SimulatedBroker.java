/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.outbox.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * Topics in memory with the faults of a broker, by chance: messages that are refused, that arrive
 * though the sender is told otherwise, that arrive twice or long after they were given up, and, of
 * observations, that vanish. Old messages go as a log's retention wants it.
 */
final class SimulatedBroker {

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Late(String topic, byte[] message, long dueMs) {}

  private static final class Topic {

    final List<byte[]> messages = new ArrayList<>();
    long first;

    long end() {
      return first + messages.size();
    }
  }

  private final SplittableRandom random;
  private final String log;
  private final Map<String, Topic> topics = new HashMap<>();
  private final List<Late> late = new ArrayList<>();
  private final List<BiConsumer<String, byte[]>> watchers = new ArrayList<>();
  private double faultRate;
  private long nowMs;

  /**
   * @param log the topic of which nothing vanishes that was taken
   */
  SimulatedBroker(SplittableRandom random, String log) {
    this.random = random;
    this.log = log;
  }

  /** Is told of each message as it takes its place in a topic. */
  void watch(BiConsumer<String, byte[]> watcher) {
    watchers.add(watcher);
  }

  void faultRate(double share) {
    faultRate = share;
  }

  /** Time passes, and late messages arrive. */
  void advance(long toMs) {
    nowMs = toMs;
    for (Iterator<Late> each = late.iterator(); each.hasNext(); ) {
      Late next = each.next();
      if (next.dueMs() <= nowMs) {
        each.remove();
        append(next.topic(), next.message());
      }
    }
  }

  /** The way of one process to the topics. */
  Transport transport(BooleanSupplier isReachable) {
    return (topic, message) ->
        isReachable.getAsBoolean() ? send(topic, message) : failed("partitioned");
  }

  private CompletionStage<?> send(String topic, byte[] message) {
    if (random.nextDouble() >= faultRate) {
      append(topic, message);
      return CompletableFuture.completedFuture(null);
    }
    return switch (random.nextInt(5)) {
      case 0 -> failed("refused");
      case 1 -> {
        append(topic, message);
        yield failed("no answer");
      }
      case 2 -> {
        late.add(new Late(topic, message, nowMs + random.nextLong(120_000)));
        yield failed("under way");
      }
      case 3 -> {
        append(topic, message);
        append(topic, message);
        yield CompletableFuture.completedFuture(null);
      }
      default -> {
        if (topic.equals(log)) {
          throw new IllegalStateException("the producer throws");
        }
        yield CompletableFuture.completedFuture(null);
      }
    };
  }

  private static CompletionStage<?> failed(String why) {
    return CompletableFuture.failedFuture(new IllegalStateException(why));
  }

  void append(String topic, byte[] message) {
    topic(topic).messages.add(message);
    watchers.forEach(watcher -> watcher.accept(topic, message));
  }

  private Topic topic(String name) {
    return topics.computeIfAbsent(name, n -> new Topic());
  }

  /** All but the latest messages of a topic are gone. */
  void retain(String name, int latest) {
    Topic topic = topic(name);
    int gone = Math.max(0, topic.messages.size() - latest);
    topic.messages.subList(0, gone).clear();
    topic.first += gone;
  }

  /** A reader from the first message that a topic still has. */
  Reader reader(String topic, BiConsumer<byte[], Long> target) {
    return new Reader(topic(topic), target);
  }

  static final class Reader {

    private final Topic topic;
    private final BiConsumer<byte[], Long> target;
    private long offset;
    private boolean hasMissed;

    private Reader(Topic topic, BiConsumer<byte[], Long> target) {
      this.topic = topic;
      this.target = target;
      this.offset = topic.first;
      this.hasMissed = topic.first > 0;
    }

    void read(int most, long nowMs) {
      if (offset < topic.first) {
        hasMissed = true;
        offset = topic.first;
      }
      for (int i = 0; i < most && offset < topic.end(); i++) {
        target.accept(topic.messages.get((int) (offset++ - topic.first)), nowMs);
      }
    }

    /** The broker has forgotten how far this reader was. */
    void rewind() {
      offset = topic.first;
    }

    boolean isAtEnd() {
      return offset == topic.end();
    }

    /** Whether it has not read the topic from its very beginning. */
    boolean hasMissed() {
      return hasMissed;
    }
  }
}
