/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

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
 * A file that is read as text. It is unpacked if its first two bytes are gzip's, whatever its name.
 * All readers of files use this class, so none fails on a byte order mark or on one line of
 * gigabytes.
 */
public record TraceFile(Path path) {

  private static final int BUFFER = 1 << 16;

  /** Enough for the header of a table with a column for each minute of two weeks. */
  private static final int LONGEST_START = 1 << 18;

  /**
   * The text, in lines of bounded length.
   *
   * @throws TraceFormatException naming the file, if it is missing or a broken gzip file; also from
   *     the reader, with the line
   */
  public BufferedReader open() throws IOException {
    return new BufferedReader(open(BoundedReader.Piece.LINE), BUFFER);
  }

  /** The text in records, whose begins the caller marks. */
  public BoundedReader openRecords() throws IOException {
    return open(BoundedReader.Piece.RECORD);
  }

  private BoundedReader open(BoundedReader.Piece piece) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw TraceFormatException.of(path, "no such file");
    }
    return new BoundedReader(
        new InputStreamReader(unpacked(Files.newInputStream(path)), StandardCharsets.UTF_8),
        path,
        piece);
  }

  private InputStream unpacked(InputStream raw) throws IOException {
    InputStream in = new BufferedInputStream(raw, BUFFER);
    try {
      in.mark(2);
      int magic = in.read() | in.read() << Byte.SIZE;
      in.reset();
      return magic == GZIPInputStream.GZIP_MAGIC ? new GZIPInputStream(in, BUFFER) : in;
    } catch (EOFException | ZipException e) {
      raw.close();
      throw broken(e);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private TraceFormatException broken(IOException e) {
    return broken(path, e);
  }

  public static TraceFormatException broken(Path path, IOException e) {
    String cause = e.getMessage() == null ? "it ends too early" : e.getMessage();
    return TraceFormatException.of(path, "is a broken gzip file: " + cause);
  }

  /** The first line that is not blank, cut after 2¹⁸ characters. */
  public String start() throws IOException {
    try (BufferedReader reader = open()) {
      StringBuilder line = new StringBuilder();
      for (int c = reader.read(); c >= 0 && line.length() < LONGEST_START; c = reader.read()) {
        if (c != '\n' && c != '\r') {
          line.append((char) c);
        } else if (line.toString().isBlank()) {
          line.setLength(0);
        } else {
          break;
        }
      }
      String start = line.toString().strip();
      if (start.isEmpty()) {
        throw TraceFormatException.of(path, "is empty");
      }
      return start;
    } catch (EOFException | ZipException e) {
      throw broken(e);
    }
  }
}
