/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import io.aquatope.exchange.outbox.Transport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ObjLongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Topics of a real broker, with the settings that OpenWhisk gives its Kafka clients, but quicker to
 * give up.
 */
final class KafkaTransport implements Transport, AutoCloseable {

  private final String address;
  private final KafkaProducer<byte[], byte[]> producer;
  private final ExecutorService sending = Executors.newSingleThreadExecutor(KafkaTransport::daemon);

  KafkaTransport(String address) {
    this.address = address;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", address,
                "acks", "1",
                "max.block.ms", "2000",
                "request.timeout.ms", "2000",
                "delivery.timeout.ms", "3000",
                "linger.ms", "0"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  @Override
  public CompletionStage<?> send(String topic, byte[] message) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    sending.execute(
        () -> {
          try {
            var unused =
                producer.send(
                    new ProducerRecord<>(topic, message),
                    (metadata, failure) -> {
                      if (failure == null) {
                        result.complete(null);
                      } else {
                        result.completeExceptionally(failure);
                      }
                    });
          } catch (KafkaException e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }

  /** Reads a topic from its beginning, in a group of its own, on a thread of its own. */
  void read(String topic, String group, ObjLongConsumer<byte[]> target) {
    daemon(
            () -> {
              try (KafkaConsumer<byte[], byte[]> consumer =
                  new KafkaConsumer<>(
                      Map.of(
                          "bootstrap.servers", address,
                          "group.id", group,
                          "auto.offset.reset", "earliest",
                          "enable.auto.commit", "false",
                          "session.timeout.ms", "30000"),
                      new ByteArrayDeserializer(),
                      new ByteArrayDeserializer())) {
                consumer.subscribe(List.of(topic));
                while (true) {
                  for (ConsumerRecord<byte[], byte[]> record :
                      consumer.poll(Duration.ofMillis(500))) {
                    target.accept(record.value(), System.currentTimeMillis());
                  }
                }
              }
            })
        .start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "kafka");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    sending.shutdownNow();
    producer.close(Duration.ZERO);
  }
}
