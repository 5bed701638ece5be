/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands of the Docker client, or of another one with the same commands. */
final class ClientCommand {

  private final String client;
  private final Duration patience;

  /**
   * @param patience after how long to give one command up; the first one may pull an image
   */
  ClientCommand(String client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /** The name of the client, for messages. */
  String client() {
    return client;
  }

  /**
   * Runs a command.
   *
   * @param folder for its output
   */
  Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(client));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process = start(command, output);
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "'"
                + String.join(" ", command)
                + "' has not ended within "
                + patience.toSeconds()
                + " seconds: see whether the engine answers, and pull the image before");
      }
    } finally {
      process.destroyForcibly();
    }
    return new Answer(process.exitValue() == 0, Files.readString(output).strip());
  }

  private Process start(List<String> command, Path output) throws IOException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new IOException(
          "cannot run '" + client + "': expected the Docker client, or another one by --docker", e);
    }
  }

  /** The output of a command, and whether the command ended well. */
  record Answer(boolean done, String text) {

    String lastLine() {
      return text.substring(text.lastIndexOf('\n') + 1);
    }
  }
}
