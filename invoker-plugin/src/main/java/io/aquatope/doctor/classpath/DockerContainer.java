/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A container of an OpenWhisk component, as the Docker client shows it. */
public final class DockerContainer {

  /** As much as OpenWhisk's processes read of a file with limits or workflows. */
  private static final int MOST_BYTES = 4_000_000;

  private final ClientCommand docker;
  private final String name;

  /**
   * @param client the Docker client, or one with the same commands
   * @param patience after how long to give one command up
   */
  public DockerContainer(String client, Duration patience, String name) {
    docker = new ClientCommand(client, patience);
    this.name = name;
  }

  /**
   * The variables of its environment, each as {@code NAME=value}.
   *
   * @throws IOException if there is no such container, or no engine
   */
  public List<String> environment() throws IOException {
    Path folder = ScratchFolder.create();
    ClientCommand.Answer answer =
        run(folder, "container", "inspect", "--format", "{{json .Config.Env}}", name);
    if (!answer.done()) {
      throw new IOException(
          "container '"
              + name
              + "': expected a name that '"
              + docker.client()
              + " ps --all' lists, and a running engine: "
              + answer.lastLine());
    }
    try {
      return List.of(new ObjectMapper().readValue(answer.text(), String[].class));
    } catch (JsonProcessingException e) {
      throw new IOException(
          "container '" + name + "': expected its environment as JSON from the Docker client", e);
    }
  }

  /**
   * The text of a file in it.
   *
   * @throws IOException if it cannot be copied out of the container
   */
  public String text(String file) throws IOException {
    Path folder = ScratchFolder.create();
    Path copy = folder.resolve("copy");
    ClientCommand.Answer answer = run(folder, "cp", "--follow-link", name + ":" + file, copy + "");
    if (!answer.done()) {
      throw new IOException(
          "'" + file + "' cannot be read in container '" + name + "': " + answer.lastLine());
    } else if (!Files.isRegularFile(copy)) {
      throw new IOException("'" + file + "' in container '" + name + "' is no file");
    } else if (Files.size(copy) > MOST_BYTES) {
      throw new IOException("'" + file + "' has more than " + MOST_BYTES + " bytes");
    }
    return new String(Files.readAllBytes(copy), UTF_8);
  }

  private ClientCommand.Answer run(Path folder, String... arguments) throws IOException {
    try {
      return docker.run(folder, arguments);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + docker.client());
    }
  }
}
