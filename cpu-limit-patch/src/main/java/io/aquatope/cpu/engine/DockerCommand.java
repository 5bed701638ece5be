/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Docker client, run once for each request, without a shell.
 *
 * <p>A client that takes longer than the timeout is killed, with the processes that it started. Its
 * output stays in the pipe until it ends. The kernel bounds a pipe, so a client that writes without
 * end waits there and is killed as well.
 *
 * @param clients the places where the client may be, the first that exists is run
 * @param socket of the engine
 * @param timeout for a whole request
 */
public record DockerCommand(List<Path> clients, Path socket, Duration timeout) {

  /** Most bytes that are read of an answer: a line, or a few with warnings. */
  private static final int LONGEST_ANSWER = 16_384;

  /** Variables that make a client encrypt, for another engine than that of the socket. */
  private static final List<String> ENCRYPTION = List.of("DOCKER_TLS", "DOCKER_TLS_VERIFY");

  public DockerCommand {
    clients = List.copyOf(clients);
  }

  /** An exit code, and what the client wrote to both of its outputs. */
  record Answer(int exitCode, String text) {}

  /**
   * Runs the client.
   *
   * @throws IOException if there is no client, or it does not end in time
   */
  Answer run(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(client().toString());
    command.add("--host");
    command.add("unix://" + socket);
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    Map<String, String> environment = builder.environment();
    ENCRYPTION.forEach(environment::remove);
    Process process = builder.start();
    try {
      if (!process.waitFor(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new SocketTimeoutException(command.get(0) + " did not answer within " + timeout);
      }
      return new Answer(process.exitValue(), written(process.getInputStream()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    } finally {
      end(process);
    }
  }

  private Path client() throws IOException {
    for (Path client : clients) {
      if (Files.isRegularFile(client) && Files.isExecutable(client)) {
        return client;
      }
    }
    throw new IOException(
        "no Docker client at "
            + String.join(", ", clients.stream().map(Path::toString).toList())
            + ": install one there, or name its place in whisk.aquatope.cpu.docker-client");
  }

  /**
   * The output of a process that has ended. All of it is available then. A read beyond that could
   * wait for a process that the client has left behind. The lock is that of the stream itself: the
   * JDK empties the pipe under it.
   */
  private static String written(InputStream output) throws IOException {
    synchronized (output) {
      int length = Math.min(output.available(), LONGEST_ANSWER);
      return new String(output.readNBytes(length), StandardCharsets.UTF_8).trim();
    }
  }

  /** Kills the process if it has not ended, and closes the pipe. */
  private static void end(Process process) throws IOException {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    process.getInputStream().close();
  }
}
