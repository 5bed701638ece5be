/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * Program that initialises each class of the plugin in a jar, and prints the number of classes and
 * then those that fail.
 */
public final class ClassInitialization {

  private ClassInitialization() {}

  /** Takes the jar as its argument. */
  public static void main(String[] arguments) throws IOException {
    List<String> names;
    try (JarFile jar = new JarFile(arguments[0])) {
      names =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.startsWith("io/aquatope/") && name.endsWith(".class"))
              .filter(name -> !name.startsWith("io/aquatope/shaded/"))
              .filter(name -> !name.endsWith("package-info.class"))
              .map(name -> name.replaceAll("\\.class$", "").replace('/', '.'))
              .sorted()
              .collect(Collectors.toList());
    }
    System.out.println(names.size());
    for (String name : names) {
      try {
        Class.forName(name);
      } catch (ClassNotFoundException | LinkageError e) {
        System.out.println(name + ": " + cause(e));
      }
    }
    System.exit(0);
  }

  private static Throwable cause(Throwable failure) {
    return failure.getCause() == null ? failure : cause(failure.getCause());
  }
}
