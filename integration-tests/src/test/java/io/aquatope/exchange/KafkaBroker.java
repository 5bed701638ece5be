/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** A Kafka broker in KRaft mode, as a process of its own that can be stopped and started again. */
final class KafkaBroker implements AutoCloseable {

  private static final Duration BOOT = Duration.ofSeconds(90);

  private final Path folder;
  private final Path properties;
  private final int port;
  private @Nullable Process process;

  KafkaBroker(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.port = freePort();
    int controllerPort = freePort();
    properties =
        Files.writeString(
            folder.resolve("server.properties"),
            """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@localhost:%2$s
            listeners=PLAINTEXT://localhost:%1$s,CONTROLLER://localhost:%2$s
            advertised.listeners=PLAINTEXT://localhost:%1$s
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            controller.listener.names=CONTROLLER
            log.dirs=%3$s
            offsets.topic.num.partitions=1
            offsets.topic.replication.factor=1
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            group.initial.rebalance.delay.ms=0
            auto.create.topics.enable=false
            """
                .formatted(port, controllerPort, folder.resolve("data")));
    Process format =
        java(
            "kafka.tools.StorageTool",
            "format",
            "-t",
            "4L6g3nShT-eMCtK--X86sw",
            "-c",
            properties.toString());
    if (format.waitFor() != 0) {
      throw new IOException("the storage was not formatted, see " + folder.resolve("broker.log"));
    }
  }

  String address() {
    return "localhost:" + port;
  }

  /** Starts it, and waits until it answers. */
  void start() throws IOException, InterruptedException {
    process = java("kafka.Kafka", properties.toString());
    long deadline = System.nanoTime() + BOOT.toNanos();
    while (!answers()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new IOException("the broker did not start, see " + folder.resolve("broker.log"));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** Stops it as an operator would. */
  void stop() throws InterruptedException {
    Process running = Objects.requireNonNull(process);
    running.destroy();
    if (!running.waitFor(30, TimeUnit.SECONDS)) {
      running.destroyForcibly().waitFor();
    }
  }

  void createTopic(String name, int partitions) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private Process java(String... arguments) throws IOException {
    String classPath =
        Files.readString(Path.of(System.getProperty("aquatope.kafka.classpath", ""))).strip();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()))
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
