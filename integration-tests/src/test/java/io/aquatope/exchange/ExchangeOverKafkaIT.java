/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three invokers in JVMs of their own, a hub, and a real Kafka broker, none of which is spared.
 * Stages of an instance travel in several messages over three partitions, so that they arrive in
 * any order.
 */
class ExchangeOverKafkaIT {

  private static final int RATE = 10;
  private static final Duration BATCH = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  private final Map<String, NodeProcess> nodes = new TreeMap<>();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void noDecisionDivergesAndNoneIsLost() throws Exception {
    HubSettings settings = VideoWorkflow.settings(BATCH, Optional.empty());
    KafkaBroker broker = new KafkaBroker(folder);
    open.add(broker);
    broker.start();
    broker.createTopic(settings.topics().log(), 1);
    broker.createTopic(settings.topics().observations("controller0"), 3);
    KafkaTransport kafka = opened(new KafkaTransport(broker.address()));
    SimulatedController hub =
        opened(new SimulatedController(kafka, BATCH, VideoWorkflow.write(folder)));
    Auditor auditor = new Auditor(kafka, settings.topics().log());
    Path table =
        LatencyTable.write(
            folder.resolve("latencies.csv"),
            VideoWorkflow.ACTIONS,
            VideoWorkflow.TUNE.rules().milliCores(),
            5);
    for (String name : List.of("invoker0", "invoker1", "invoker2")) {
      start(broker, name, table);
    }
    await("a round", auditor::roundInProgress);
    auditor.soil(true);

    int round = auditor.round();
    node("invoker1").kill();
    List<String> ofTheDead = node("invoker1").decisions();
    await("the others to go on", () -> auditor.round() > round);
    await("its lease to end", () -> auditor.present().equals(Set.of("invoker0", "invoker2")));

    List<String> beforeOutage = List.copyOf(auditor.decisions());
    broker.stop();
    Duration cpu = node("invoker0").cpu();
    TimeUnit.SECONDS.sleep(6);
    assertThat(node("invoker0").cpu().minus(cpu)).isLessThan(Duration.ofSeconds(3));
    assertThat(node("invoker0").isAlive()).isTrue();
    assertThat(node("invoker2").isAlive()).isTrue();
    broker.start();
    int afterOutage = auditor.round();
    await("the next round", () -> auditor.round() > afterOutage);

    start(broker, "invoker1", table);
    await("invoker1 to be back", () -> auditor.present().contains("invoker1"));
    auditor.soil(false);
    for (NodeProcess node : nodes.values()) {
      node.finish();
    }
    TimeUnit.SECONDS.sleep(1);

    assertThat(auditor.soiled()).isGreaterThan(10);
    assertThat(auditor.decisions()).startsWith(beforeOutage.toArray(new String[0]));
    assertThat(auditor.decisions()).anyMatch(line -> line.contains("adopts"));
    assertThat(auditor.decisions()).startsWith(ofTheDead.toArray(new String[0]));
    for (NodeProcess node : nodes.values()) {
      assertThat(auditor.decisions())
          .as(node.output() + hub.losses())
          .startsWith(node.decisions().toArray(new String[0]));
      assertThat(node.decisions()).hasSizeGreaterThanOrEqualTo(beforeOutage.size());
    }
  }

  private void start(KafkaBroker broker, String name, Path table) throws IOException {
    nodes.put(
        name,
        opened(
            NodeProcess.start(
                ExchangeNode.class,
                folder,
                broker.address(),
                name,
                table.toString(),
                Integer.toString(RATE),
                Long.toString(BATCH.toMillis()))));
  }

  private NodeProcess node(String name) {
    NodeProcess node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException(name + " was not started");
    }
    return node;
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.add(0, one);
    return one;
  }

  private void await(String what, BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        StringBuilder told = new StringBuilder();
        for (NodeProcess node : nodes.values()) {
          told.append(node.output());
        }
        throw new AssertionError("waited in vain for " + what + told);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
