/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.doctor.classpath;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Temporary folders for copies of libraries. They go when the process ends, also when a signal ends
 * it.
 */
final class ScratchFolder {

  private ScratchFolder() {}

  static Path create() throws IOException {
    Path folder = Files.createTempDirectory("aquatope-doctor");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
    return folder;
  }

  private static void remove(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> innermostFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innermostFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      System.err.println("cannot remove " + folder + ": " + e.getMessage());
    }
  }
}
