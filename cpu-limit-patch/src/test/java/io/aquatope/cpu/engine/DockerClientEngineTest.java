/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers are those of the clients 20.10 and 28.2, word by word. */
class DockerClientEngineTest {

  private static final Path SOCKET = Path.of("/run/docker socket");
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final CpuLimit HALF = CpuLimit.parse("0.5");
  private static final String CONTAINER = "4be1d3";

  @TempDir private Path folder;

  @Test
  void asksForAnUpdateInCoresWithoutAShell() throws Exception {
    Path asked = folder.resolve("asked");
    DockerClientEngine engine = client("printf '<%s>' \"$@\" > '" + asked + "'; cat", TIMEOUT);
    assertThat(engine.setLimit("-x; $(id)", CpuLimit.parse("0.123")))
        .isEqualTo(new ChangeResult.Done());
    assertThat(asked)
        .hasContent("<--host><unix:///run/docker socket><update><--cpus><0.123><--><-x; $(id)>");
  }

  @Test
  void readsTheNumberOfCoresAmongWarnings() throws Exception {
    DockerClientEngine engine =
        client("echo 'WARNING: Error loading config file' >&2; echo NCPU=48", TIMEOUT);
    assertThat(engine.machine()).isEqualTo(Optional.of(CpuLimit.parse("48")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo NCPU=0; exit 1", "echo NCPU=0", "echo NCPU=4; exit 1", "exit 0"})
  void anUnknownNumberOfCoresIsAFailure(String script) throws Exception {
    DockerClientEngine engine = client(script, TIMEOUT);
    assertThatExceptionOfType(IOException.class).isThrownBy(engine::machine);
  }

  @Test
  void aMissingContainerHasGone() throws Exception {
    assertThat(answer("Error response from daemon: No such container: 4be1d3"))
        .isEqualTo(new ChangeResult.Gone());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error response from daemon: Range of CPUs is from 0.01 to 2.00, as there are only 2 CPUs"
            + " available",
        "Error response from daemon: Cannot update container 4be1d3: Conflicting options: Nano CPUs"
            + " cannot be updated as CPU Quota has already been set",
        "unknown flag: --cpus"
      })
  void whatTheEngineWillNeverDoIsRefused(String text) throws Exception {
    assertThat(answer(text)).isEqualTo(new ChangeResult.Refused(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?",
        "Error response from daemon: Cannot update container 4be1d3: runc did not terminate",
        ""
      })
  void aFailureMayBeTriedAgain(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> answer(text))
        .withMessageContaining(text);
  }

  @Test
  void aMissingClientIsNamedWithTheSetting() {
    Path client = folder.resolve("no-docker");
    DockerClientEngine engine =
        new DockerClientEngine(new DockerCommand(List.of(client, folder), SOCKET, TIMEOUT));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(engine::machine)
        .withMessageContaining(client.toString())
        .withMessageContaining("whisk.aquatope.cpu.docker-client");
  }

  @Test
  void theFirstClientThatExistsIsRun() throws Exception {
    Path second = script("echo NCPU=2");
    DockerCommand command =
        new DockerCommand(List.of(folder.resolve("no-docker"), second), SOCKET, TIMEOUT);
    assertThat(new DockerClientEngine(command).machine()).contains(CpuLimit.parse("2"));
  }

  /** It answers without end, or not at all, and its child is no better. */
  @ParameterizedTest
  @ValueSource(strings = {"yes & wait", "yes", "sleep 100 & wait"})
  @Timeout(30)
  void aClientThatDoesNotEndIsKilledWithItsChildren(String script) throws Exception {
    DockerClientEngine engine = client(script, SHORT);
    long start = System.nanoTime();
    assertThatExceptionOfType(SocketTimeoutException.class)
        .isThrownBy(() -> engine.setLimit(CONTAINER, HALF))
        .withMessageEndingWith("did not answer within PT0.5S");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(SHORT, SHORT.multipliedBy(12));
    assertNoneLeft();
  }

  /** A process that the client leaves behind keeps the pipe open. Nobody waits for it. */
  @Test
  @Timeout(30)
  void aProcessThatTheClientLeavesIsNotWaitedFor() throws Exception {
    Path left = folder.resolve("left");
    DockerClientEngine engine =
        client("sleep 100 & echo $! > '" + left + "'; echo NCPU=3", TIMEOUT);
    long start = System.nanoTime();
    assertThat(engine.machine()).contains(CpuLimit.parse("3"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.dividedBy(2));
    ProcessHandle.of(Long.parseLong(Files.readString(left).trim()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  @Timeout(30)
  void anInterruptedThreadStopsAndStaysInterrupted() throws Exception {
    DockerClientEngine engine = client("exec sleep 100", TIMEOUT);
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedIOException.class)
        .isThrownBy(() -> engine.setLimit(CONTAINER, HALF));
    assertThat(Thread.interrupted()).isTrue();
    assertNoneLeft();
  }

  @Test
  @Timeout(60)
  void neitherFilesNorProcessesAreLeft() throws Exception {
    Path own = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(own), "there is no /proc");
    DockerClientEngine answering = client("echo done; exit 1", TIMEOUT);
    DockerClientEngine hanging = client("exec sleep 100", Duration.ofMillis(20));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> answering.setLimit(CONTAINER, HALF));
    long before = files(own);
    for (int i = 0; i < 40; i++) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> answering.setLimit(CONTAINER, HALF));
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> hanging.setLimit(CONTAINER, HALF));
    }
    assertNoneLeft();
    assertThat(files(own)).isLessThan(before + 20);
  }

  private static long files(Path own) throws IOException {
    try (Stream<Path> files = Files.list(own)) {
      return files.count();
    }
  }

  /** A killed process is a child until the JVM has taken its exit code, which it does at once. */
  private static void assertNoneLeft() throws InterruptedException {
    for (int i = 0; i < 100 && ProcessHandle.current().children().findAny().isPresent(); i++) {
      Thread.sleep(50);
    }
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  private ChangeResult answer(String text) throws IOException {
    return client("echo '" + text + "' >&2; exit 1", TIMEOUT).setLimit(CONTAINER, HALF);
  }

  private DockerClientEngine client(String script, Duration timeout) throws IOException {
    return new DockerClientEngine(new DockerCommand(List.of(script(script)), SOCKET, timeout));
  }

  private Path script(String text) throws IOException {
    Path script = Files.createTempFile(folder, "docker", "");
    Files.writeString(script, "#!/bin/sh\n" + text + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
