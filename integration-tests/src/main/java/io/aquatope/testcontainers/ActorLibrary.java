/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import java.util.Arrays;
import java.util.Locale;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.utility.DockerImageName;

/** The library of actors that an OpenWhisk is built with. The plugin has a jar for each. */
public enum ActorLibrary {
  /** Until October 2025, OpenWhisk 2.0.0 included. */
  AKKA,
  /** Since then. */
  PEKKO;

  /** Lists jars. Those of a standalone OpenWhisk are entries of its one jar. */
  private static final String SCRIPT =
      "ls /invoker/lib /controller/lib 2>/dev/null;"
          + " grep -ao 'BOOT-INF/lib/[a-z]*-actor_' /openwhisk-standalone.jar 2>/dev/null;"
          + " true";

  /**
   * What an image contains. Its tag does not tell.
   *
   * @param image of openwhisk/standalone, openwhisk/controller or openwhisk/invoker, or an image
   *     derived from one of them
   * @throws IllegalArgumentException if it contains neither library
   */
  public static ActorLibrary of(DockerImageName image) {
    String jars = jarsOf(image);
    return Arrays.stream(values())
        .filter(library -> jars.contains(library.jar()))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    ("the image %s: expected akka-actor or pekko-actor in /invoker/lib,"
                            + " /controller/lib or /openwhisk-standalone.jar")
                        .formatted(image)));
  }

  private String jar() {
    return name().toLowerCase(Locale.ROOT) + "-actor_";
  }

  private static String jarsOf(DockerImageName image) {
    try (GenericContainer<?> container = new GenericContainer<>(image)) {
      container
          .withCreateContainerCmdModifier(
              create -> create.withEntrypoint("sh", "-c").withCmd(SCRIPT))
          .withStartupCheckStrategy(new OneShotStartupCheckStrategy())
          .start();
      return container.getLogs();
    }
  }
}
