/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

/** The jar on a machine that has a headless JRE 17 and nothing else. */
@Requires(Engine.DOCKER)
class DropInJarIT {

  private static final Path JAR = Path.of(System.getProperty("aquatope.jar", ""));
  private static final int NOT_LINKED = 1;

  private static final GenericContainer<?> machine =
      new GenericContainer<>(JreImage.image())
          .withCopyFileToContainer(MountableFile.forHostPath(JAR), "/aquatope.jar")
          .withStartupTimeout(Duration.ofMinutes(5));

  @BeforeAll
  static void start() {
    machine.start();
  }

  @AfterAll
  static void stop() {
    machine.stop();
  }

  @Test
  void replaysTheBuiltInWorkloadWithoutADisplayOrFonts() throws Exception {
    ExecResult result = java("replay", "--format", "json", "--policy", "openwhisk");

    assertThat(result.getExitCode()).as(result.getStderr()).isZero();
    JsonNode report = new ObjectMapper().readTree(result.getStdout());
    assertThat(report.at("/results/0/policy").asText()).isEqualTo("openwhisk");
    assertThat(report.at("/results/0/activations").asLong())
        .isPositive()
        .isEqualTo(report.at("/trace/activations").asLong());
  }

  @Test
  void writesTheReportWhereItSays() throws Exception {
    ExecResult result = java("replay", "--policy", "openwhisk", "--report", "/tmp/r.html");

    assertThat(result.getExitCode()).as(result.getStderr()).isZero();
    assertThat(result.getStdout() + result.getStderr()).contains("/tmp/r.html");
    assertThat(machine.execInContainer("head", "-c", "15", "/tmp/r.html").getStdout())
        .isEqualToIgnoringCase("<!doctype html>");
  }

  @Test
  void doctorSaysThatThereIsNoOpenWhiskInAFolderWithoutOne() throws Exception {
    ExecResult result = java("doctor", "--classpath", "/tmp");

    assertThat(result.getExitCode()).isEqualTo(NOT_LINKED);
    assertThat(result.getStdout() + result.getStderr()).containsIgnoringCase("no OpenWhisk");
  }

  private static ExecResult java(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 3];
    command[0] = "java";
    command[1] = "-jar";
    command[2] = "/aquatope.jar";
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    return machine.execInContainer(command);
  }
}
