/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Libraries of an OpenWhisk component, copied by the Docker client out of an image or a container
 * to a temporary folder. The client never starts a container.
 */
public final class DockerLibraries {

  /** Where the images of OpenWhisk's components have their libraries. */
  private static final List<String> PLACES =
      List.of("/invoker/lib", "/controller/lib", "/openwhisk-standalone.jar");

  private final ClientCommand docker;

  /**
   * @param client the Docker client, or one with the same commands
   * @param patience after how long to give one command up; the first one may pull an image
   */
  public DockerLibraries(String client, Duration patience) {
    docker = new ClientCommand(client, patience);
  }

  /** Copies the libraries of an image. Returns a folder of jars or a jar. */
  public Path ofImage(String image) throws IOException, InterruptedException {
    Path folder = ScratchFolder.create();
    String container = "aquatope-doctor-" + UUID.randomUUID();
    try {
      // An image may have no command of its own, and the client wants one.
      ClientCommand.Answer created =
          docker.run(folder, "create", "--name", container, image, "true");
      if (!created.done()) {
        throw new IOException(
            "image '"
                + image
                + "': expected one that '"
                + docker.client()
                + " pull' can get, and a running engine: "
                + created.lastLine());
      }
      return ofContainer(container, "image '" + image + "'", folder);
    } finally {
      // Also after a time-out, as the engine may create the container all the same.
      docker.run(folder, "rm", "--force", container);
    }
  }

  /** Copies the libraries of a container, which may run. Returns a folder of jars or a jar. */
  public Path ofContainer(String container) throws IOException, InterruptedException {
    return ofContainer(container, "container '" + container + "'", ScratchFolder.create());
  }

  private Path ofContainer(String container, String what, Path folder)
      throws IOException, InterruptedException {
    ClientCommand.Answer inspected =
        docker.run(folder, "container", "inspect", "--format", "{{.Id}}", container);
    if (!inspected.done()) {
      throw new IOException(
          what
              + ": expected a name that '"
              + docker.client()
              + " ps --all' lists, and a running engine: "
              + inspected.lastLine());
    }
    String reason = "";
    for (String place : PLACES) {
      Path copy = folder.resolve(place.substring(place.lastIndexOf('/') + 1));
      ClientCommand.Answer copied =
          docker.run(folder, "cp", container + ":" + place, copy.toString());
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
}
