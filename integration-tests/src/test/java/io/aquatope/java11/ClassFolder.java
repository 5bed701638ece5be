/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.java11;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** A folder of class files and resources, as the compiler leaves it. */
record ClassFolder(Path path) {

  /** The folder or jar that a class was loaded from. */
  static Path of(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Packs the files whose path below the folder is included. */
  void pack(Predicate<String> included, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = path.relativize(file).toString();
        if (included.test(name) && !name.equals(JarFile.MANIFEST_NAME)) {
          out.putNextEntry(new JarEntry(name));
          out.write(Files.readAllBytes(file));
          out.closeEntry();
        }
      }
    }
  }

  /** Makes the folder of the files that are included, with the classes in Java 11's byte code. */
  void translate(Predicate<String> included, Path to) throws IOException {
    Path packed = Files.createTempFile("aquatope-classes", ".jar");
    Path translated = Files.createTempFile("aquatope-classes", ".jar");
    try {
      pack(included, packed);
      AkkaJar.main(new String[] {packed.toString(), translated.toString()});
      unpack(translated, to);
    } finally {
      Files.delete(packed);
      Files.delete(translated);
    }
  }

  private static void unpack(Path jar, Path to) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().filter(each -> !each.isDirectory()).toList()) {
        Path target = to.resolve(entry.getName());
        Files.createDirectories(target.getParent());
        try (InputStream in = file.getInputStream(entry)) {
          Files.copy(in, target);
        }
      }
    }
  }
}
