/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Contents of files of this machine. A relative name is looked for next to the configuration too,
 * as the folder that the process will run in is not known.
 */
final class LocalFiles implements FileContents {

  /** As much as the processes read of such a file. */
  private static final int MOST_BYTES = 4_000_000;

  private final @Nullable Path folder;

  /** Creates contents for the configuration in a file. */
  LocalFiles(Path configuration) {
    folder = configuration.toAbsolutePath().normalize().getParent();
  }

  @Override
  public String text(String name) throws IOException {
    try {
      Path file = Path.of(name);
      return read(Files.exists(file) || folder == null ? file : folder.resolve(file), name);
    } catch (InvalidPathException e) {
      throw new IOException("'" + name + "' is no name of a file", e);
    }
  }

  static String read(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("'" + name + "': there is no such file");
    } else if (Files.isDirectory(file)) {
      throw new IOException("'" + name + "' is a folder, expected a file");
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new IOException("'" + name + "' cannot be read: " + e.getMessage(), e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException("'" + name + "' has more than " + MOST_BYTES + " bytes");
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException("'" + name + "' is no text in UTF-8", e);
    }
  }
}
