/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import io.aquatope.java11.support.LibraryMethods;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
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
   * @throws IOException if the first is no jar, or the second cannot be written; names the file
   * @throws IllegalStateException if a class uses what Java 11 lacks; names all
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "expected two arguments, the jar to read and the jar to write: "
              + Arrays.toString(arguments));
    }
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private static void write(Path from, Path to) throws IOException {
    JarTranslation jar = JarTranslation.read(from);
    for (String name : SUPPORT_CLASSES) {
      jar.add(LibraryReplacements.SUPPORT + name + ".class", support(name));
    }
    jar.attribute("Aquatope-Java", "11");
    jar.attribute("Aquatope-Actors", "akka");
    List<String> problems = new Java11Library(NEWER).problems(jar.classes());
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "Java 11 lacks what these classes of "
              + from
              + " use, expected something else or a replacement in LibraryReplacements:\n"
              + String.join("\n", problems));
    }
    jar.write(to);
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
