/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Libraries of an OpenWhisk component, copied by the Docker client out of an image or a container
 * to a temporary folder. The client never starts a container.
 */
public final class DockerLibraries {

  /** Where the images of OpenWhisk's components have their libraries. */
  private static final List<String> PLACES =
      List.of("/invoker/lib", "/controller/lib", "/openwhisk-standalone.jar");

  private final String client;
  private final Duration patience;

  /**
   * @param client the Docker client, or one with the same commands
   * @param patience after how long to give one command up; the first one may pull an image
   */
  public DockerLibraries(String client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /** Copies the libraries of an image. Returns a folder of jars or a jar. */
  public Path ofImage(String image) throws IOException, InterruptedException {
    Path folder = ScratchFolder.create();
    String container = "aquatope-doctor-" + UUID.randomUUID();
    try {
      // An image may have no command of its own, and the client wants one.
      Answer created = run(folder, "create", "--name", container, image, "true");
      if (!created.done()) {
        throw new IOException(
            "image '"
                + image
                + "': expected one that '"
                + client
                + " pull' can get, and a running engine: "
                + created.lastLine());
      }
      return ofContainer(container, "image '" + image + "'", folder);
    } finally {
      // Also after a time-out, as the engine may create the container all the same.
      run(folder, "rm", "--force", container);
    }
  }

  /** Copies the libraries of a container, which may run. Returns a folder of jars or a jar. */
  public Path ofContainer(String container) throws IOException, InterruptedException {
    return ofContainer(container, "container '" + container + "'", ScratchFolder.create());
  }

  private Path ofContainer(String container, String what, Path folder)
      throws IOException, InterruptedException {
    Answer inspected = run(folder, "container", "inspect", "--format", "{{.Id}}", container);
    if (!inspected.done()) {
      throw new IOException(
          what
              + ": expected a name that '"
              + client
              + " ps --all' lists, and a running engine: "
              + inspected.lastLine());
    }
    String reason = "";
    for (String place : PLACES) {
      Path copy = folder.resolve(place.substring(place.lastIndexOf('/') + 1));
      Answer copied = run(folder, "cp", container + ":" + place, copy.toString());
      if (copied.done()) {
        return copy;
      }
      reason = copied.lastLine();
    }
    throw new IOException(
        what
            + ": expected OpenWhisk's invoker, controller or standalone server, cannot copy any of "
            + String.join(", ", PLACES)
            + ": "
            + reason);
  }

  private Answer run(Path folder, String... arguments) throws IOException, InterruptedException {
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
  private record Answer(boolean done, String text) {

    String lastLine() {
      return text.substring(text.lastIndexOf('\n') + 1);
    }
  }
}
