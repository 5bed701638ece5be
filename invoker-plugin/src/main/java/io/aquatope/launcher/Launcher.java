/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.launcher;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Main class of the jars. It is compiled for Java 8, and tells people with an older Java than the
 * jar requires which one it requires. Everything else is in {@code io.aquatope.cli.Main}.
 */
public final class Launcher {

  /** The jar for OpenWhisk with Pekko. */
  public static final String PEKKO_JAR = "aquatope-invoker-plugin.jar";

  /** The jar for OpenWhisk with Akka, which runs on an older Java. */
  public static final String AKKA_JAR = "aquatope-invoker-plugin-akka.jar";

  private static final String COMMAND = "io.aquatope.cli.Main";

  /** Attributes of the jar's manifest: the lowest Java, and the actors of the OpenWhisk. */
  private static final String JAVA = "Aquatope-Java";

  private static final String ACTORS = "Aquatope-Actors";

  /** The lowest Java that the jar for Akka runs on. */
  private static final int AKKA_JAVA = 11;

  private Launcher() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    int java = version(System.getProperty("java.specification.version"));
    Attributes jar = manifest();
    String required = jar.getValue(JAVA);
    if (required != null && java < version(required)) {
      System.err.println(explanation(java, version(required), "akka".equals(jar.getValue(ACTORS))));
      System.exit(2);
    }
    // By reflection, as Java may be unable to read that class.
    Class.forName(COMMAND).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  private static String explanation(int java, int required, boolean akka) {
    String text = "this jar needs Java " + required + " or later, and this is Java " + java;
    if (akka) {
      return text;
    } else if (java < AKKA_JAVA) {
      return text + "; " + AKKA_JAR + " needs Java " + AKKA_JAVA + " or later";
    }
    return text + "; " + AKKA_JAR + " runs on this Java, for OpenWhisk with Akka";
  }

  /** Reads "1.8" and "11". */
  private static int version(String text) {
    return Integer.parseInt(text.startsWith("1.") ? text.substring(2) : text.trim());
  }

  /** The attributes of the jar that has this class; none in a folder of classes. */
  private static Attributes manifest() {
    try {
      File place =
          new File(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (place.isFile()) {
        try (JarFile jar = new JarFile(place)) {
          Manifest manifest = jar.getManifest();
          if (manifest != null) {
            return manifest.getMainAttributes();
          }
        }
      }
    } catch (IOException | URISyntaxException e) {
      System.err.println("cannot read the manifest of this jar: " + e.getMessage());
    }
    return new Attributes();
  }
}
