/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import org.testcontainers.containers.wait.strategy.Wait;

/** Settings of a single broker, which is its own controller. */
final class KafkaSettings {

  private KafkaSettings() {}

  static void set(ClusterNode node) {
    node.withEnv("KAFKA_NODE_ID", "1");
    node.withEnv("KAFKA_PROCESS_ROLES", "broker,controller");
    node.withEnv("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093");
    node.withEnv("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER");
    node.withEnv("KAFKA_LISTENERS", "PLAINTEXT://:9092,CONTROLLER://:9093");
    node.withEnv("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://kafka:9092");
    node.withEnv(
        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    node.withEnv("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1");
    node.withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "1");
    node.withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
    node.withEnv("KAFKA_HEAP_OPTS", "-Xmx512m");
    node.waitingFor(Wait.forLogMessage(".*Kafka Server started.*", 1));
  }
}
