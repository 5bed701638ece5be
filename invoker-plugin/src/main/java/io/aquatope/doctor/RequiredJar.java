/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor;

import io.aquatope.doctor.classpath.ClassPath;
import io.aquatope.doctor.classpath.ClassShape;
import io.aquatope.launcher.Launcher;
import java.io.IOException;
import java.util.Optional;

/**
 * The jar of the plugin that an OpenWhisk requires. OpenWhisk runs on the actors of Akka or of
 * Pekko, and there is a jar of the plugin for each.
 */
public enum RequiredJar {
  /** For OpenWhisk with Pekko. */
  PEKKO(Launcher.PEKKO_JAR, path("org", "apache", "pekko")),

  /** For OpenWhisk with Akka 2.6. */
  AKKA(Launcher.AKKA_JAR, path("akka"));

  /** Present since Akka 2.6, and in Pekko. */
  private static final String SINCE_AKKA_26 = "actor/ClassicActorSystemProvider";

  private final String file;
  private final String prefix;

  RequiredJar(String file, String prefix) {
    this.file = file;
    this.prefix = prefix;
  }

  /**
   * A package, put together at run time: one jar is made from the other by renaming the packages of
   * Pekko in its constants too, and both jars must know both names.
   */
  private static String path(String... names) {
    return String.join("/", names) + "/";
  }

  /**
   * Says what is wrong with running a plugin in an OpenWhisk, as far as actors tell: empty if its
   * jar is the required one, or if one of both has no actors.
   */
  public static Optional<String> problem(ClassPath plugin, ClassPath installation)
      throws IOException {
    boolean akka = installation.has(AKKA.prefix + "actor/ActorSystem");
    boolean pekko = installation.has(PEKKO.prefix + "actor/ActorSystem");
    if (akka && pekko) {
      return Optional.of(
          "this class path has both Akka and Pekko: expected the libraries of one OpenWhisk");
    } else if (akka && !installation.has(AKKA.prefix + SINCE_AKKA_26)) {
      return Optional.of(
          "this OpenWhisk is not supported, as its Akka is older than 2.6 (OpenWhisk 1.0.0 and"
              + " before): use OpenWhisk 2.0.0, or the images that the master branch of the Helm"
              + " chart names");
    } else if (!akka && !pekko) {
      return Optional.empty();
    }
    RequiredJar required = akka ? AKKA : PEKKO;
    Optional<RequiredJar> given = of(plugin);
    if (given.isEmpty() || given.get() == required) {
      return Optional.empty();
    }
    return Optional.of(
        "this OpenWhisk needs " + required.file + ", and the jar checked is " + given.get().file);
  }

  /** Which jar these classes of the plugin are in, by the actors that they extend. */
  private static Optional<RequiredJar> of(ClassPath plugin) throws IOException {
    for (String name : plugin.classNames()) {
      if (name.startsWith("io/aquatope/")) {
        String parent = plugin.find(name).map(ClassShape::superName).orElse("");
        for (RequiredJar jar : values()) {
          if (parent.startsWith(jar.prefix)) {
            return Optional.of(jar);
          }
        }
      }
    }
    return Optional.empty();
  }
}
