/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An {@link ExchangeNode} in a JVM of its own. */
final class NodeProcess implements AutoCloseable {

  private final Process process;
  private final Path output;

  NodeProcess(String address, String name, Path table, int rate, Path folder) throws IOException {
    output = Files.createTempFile(folder, name, ".out");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                ExchangeNode.class.getName(),
                address,
                name,
                table.toString(),
                Integer.toString(rate))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
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
