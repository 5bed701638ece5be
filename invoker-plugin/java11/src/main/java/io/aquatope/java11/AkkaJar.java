/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import io.aquatope.java11.support.LibraryMethods;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Command that makes the jar for Akka and Java 11 of the drop-in jar. The build runs it, with the
 * two files as arguments.
 */
public final class AkkaJar {

  /** The only classes that may use what Java 11 lacks: they run where it is there. */
  private static final List<String> NEWER = List.of("io/aquatope/cpu/engine/UnixSocketHttp");

  private static final List<String> SUPPORT_CLASSES = List.of("LibraryMethods", "RecordMethods");

  private AkkaJar() {}

  /**
   * Writes the jar.
   *
   * @param arguments the jar to read, and the jar to write
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("expected two arguments: the jar to read, and the jar to write");
      System.exit(2);
    }
    System.exit(run(Path.of(arguments[0]), Path.of(arguments[1]), System.err));
  }

  private static int run(Path from, Path to, PrintStream err) throws IOException {
    JarTranslation jar = JarTranslation.read(from);
    for (String name : SUPPORT_CLASSES) {
      jar.add(LibraryReplacements.SUPPORT + name + ".class", support(name));
    }
    jar.attribute("Aquatope-Java", "11");
    jar.attribute("Aquatope-Actors", "akka");
    List<String> problems = new Java11Library(NEWER).problems(jar.classes());
    problems.forEach(problem -> err.println(from.getFileName() + ": " + problem));
    if (!problems.isEmpty()) {
      err.println(
          "Java 11 lacks these. Use something else, or add a replacement to LibraryReplacements.");
      return 1;
    }
    jar.write(to);
    return 0;
  }

  private static byte[] support(String name) throws IOException {
    try (InputStream in = LibraryMethods.class.getResourceAsStream(name + ".class")) {
      if (in == null) {
        throw new IOException("class " + name + " is missing beside " + LibraryMethods.class);
      }
      return in.readAllBytes();
    }
  }
}
