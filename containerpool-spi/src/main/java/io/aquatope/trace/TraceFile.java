/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that is read as text, unpacked if its first two bytes are gzip's, whatever its name is.
 */
record TraceFile(Path path) {

  private static final int BUFFER = 1 << 16;

  /** Enough for the header of a table with a column for each minute of two weeks. */
  private static final int LONGEST_START = 1 << 18;

  BufferedReader open() throws IOException {
    if (!Files.isRegularFile(path)) {
      throw TraceFormatException.of(path, "no such file");
    }
    return new BufferedReader(
        new InputStreamReader(unpacked(Files.newInputStream(path)), StandardCharsets.UTF_8),
        BUFFER);
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    try {
      in.mark(2);
      int magic = in.read() | in.read() << Byte.SIZE;
      in.reset();
      return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The first line that is not blank, without what follows its first 2¹⁸ characters. */
  String start() throws IOException {
    try (BufferedReader reader = open()) {
      StringBuilder line = new StringBuilder();
      for (int c = reader.read(); c >= 0 && line.length() < LONGEST_START; c = reader.read()) {
        if (c != '\n' && c != '\r') {
          line.append((char) c);
        } else if (!line.toString().isBlank()) {
          break;
        }
      }
      String start = line.toString().strip();
      if (start.isEmpty()) {
        throw TraceFormatException.of(path, "is empty");
      }
      return start.charAt(0) == '\uFEFF' ? start.substring(1) : start;
    } catch (EOFException | ZipException e) {
      throw TraceFormatException.of(path, "is a broken gzip file: " + e.getMessage());
    }
  }
}
