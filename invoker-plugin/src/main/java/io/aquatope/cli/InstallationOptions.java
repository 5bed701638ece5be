/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.DockerLibraries;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the OpenWhisk to check; at most one of them is given. */
final class InstallationOptions {

  /** Enough to pull an image of OpenWhisk over a slow line. */
  static final Duration PATIENCE = Duration.ofMinutes(10);

  @Option(
      names = "--classpath",
      paramLabel = "PATHS",
      description =
          "OpenWhisk's class path: jars, folders with jars, and folders with classes, separated by"
              + " '${sys:path.separator}'. The jar of the standalone server counts with the jars"
              + " in it.")
  private @Nullable String classPath;

  @Option(
      names = "--image",
      paramLabel = "IMAGE",
      description =
          "An image of OpenWhisk's invoker, controller or standalone server. The Docker client"
              + " copies the libraries out of it.")
  private @Nullable String image;

  @Option(
      names = "--container",
      paramLabel = "NAME",
      description = "A container of one of them, which may run.")
  private @Nullable String container;

  /** Name of the installation, for messages. */
  String text() {
    return classPath != null ? classPath : String.valueOf(image != null ? image : container);
  }

  /** The container, if it is one. */
  Optional<String> container() {
    return Optional.ofNullable(container);
  }

  /**
   * Reads the class path.
   *
   * @param docker the Docker client
   * @throws IOException if it cannot be had; says what to do
   */
  ClassPath read(String docker) throws IOException {
    if (classPath != null) {
      return ClassPath.parse(classPath);
    }
    DockerLibraries libraries = new DockerLibraries(docker, PATIENCE);
    try {
      Path copy =
          image != null
              ? libraries.ofImage(image)
              : libraries.ofContainer(String.valueOf(container));
      return ClassPath.of(List.of(copy));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while copying libraries");
    }
  }
}
