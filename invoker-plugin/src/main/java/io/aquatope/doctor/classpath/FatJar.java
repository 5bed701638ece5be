/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A jar of Spring Boot, such as OpenWhisk's standalone server. It has its libraries as jars in
 * {@code BOOT-INF/lib} and its own classes in {@code BOOT-INF/classes}.
 */
final class FatJar {

  private static final String LIBRARIES = "BOOT-INF/lib/";
  private static final String CLASSES = "BOOT-INF/classes/";

  private FatJar() {}

  /** Copies the libraries and classes of a jar to a temporary folder; empty if it is not fat. */
  static Optional<Path> unpack(ZipFile jar) throws IOException {
    List<ZipEntry> parts = jar.stream().map(ZipEntry.class::cast).filter(FatJar::isPart).toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    Path folder = ScratchFolder.create();
    for (ZipEntry part : parts) {
      String name = part.getName();
      int inner = name.startsWith(LIBRARIES) ? LIBRARIES.length() : CLASSES.length();
      Path copy = folder.resolve(name.substring(inner)).normalize();
      if (!copy.startsWith(folder)) {
        throw new IOException("'" + name + "' leads out of the jar");
      }
      Files.createDirectories(copy.getParent());
      try (InputStream in = jar.getInputStream(part)) {
        Files.copy(in, copy);
      }
    }
    return Optional.of(folder);
  }

  private static boolean isPart(ZipEntry entry) {
    String name = entry.getName();
    return (name.startsWith(LIBRARIES) && name.endsWith(".jar"))
        || (name.startsWith(CLASSES) && name.endsWith(".class"));
  }
}
