/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.openwhisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.testcontainers.containers.output.OutputFrame;

/**
 * Keeps what a container prints in a file under {@code target/logs}, for whoever has to find out.
 */
record LogFile(Path path) implements Consumer<OutputFrame> {

  static LogFile of(Class<?> suite) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "logs"));
      Path path = folder.resolve(suite.getSimpleName() + ".log");
      Files.deleteIfExists(path);
      return new LogFile(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void accept(OutputFrame frame) {
    byte[] bytes = frame.getBytes();
    if (bytes != null) {
      try {
        Files.write(path, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
