/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A part of the exchange in a JVM of its own. */
final class NodeProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  private NodeProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts the main class; what it prints is kept in {@code folder}. */
  static NodeProcess start(Class<?> main, Path folder, String... arguments) throws IOException {
    Path output = Files.createTempFile(folder, main.getSimpleName(), ".out");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx256m",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
    command.addAll(List.of(arguments));
    return new NodeProcess(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start(),
        output);
  }

  /** What the log told it of workflows. */
  List<String> decisions() throws IOException {
    return Files.readAllLines(output).stream()
        .filter(line -> line.startsWith("workflow "))
        .toList();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** Has it print its {@link Footprint}. */
  void ask() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** The CPU time that it has taken. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it read what is left of the log, and end. */
  void finish() throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IOException("the node does not end: " + output());
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
