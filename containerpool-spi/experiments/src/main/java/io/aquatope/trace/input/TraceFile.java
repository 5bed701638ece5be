/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that is read as text, or one in an archive. It is unpacked if its first two bytes are
 * gzip's, whatever its name, and read as UTF-16 if it begins like that. All readers of files use
 * this class, so none fails on a byte order mark or on one line of gigabytes, and all name what a
 * file is that they cannot read.
 *
 * @param path of the file; of one in an archive, the path of the archive with the name
 * @param bytes of the file
 * @param packing that errors of unpacking are about
 */
public record TraceFile(Path path, ByteSource bytes, FileSignature packing) {

  private static final int BUFFER = 1 << 16;

  /** Enough for the header of a table with a column for each minute of two weeks. */
  private static final int LONGEST_START = 1 << 18;

  public TraceFile(Path path) {
    this(path, MoreFiles.asByteSource(path), FileSignature.GZIP);
  }

  /**
   * The files in a file: those of a zip or tar archive, or else the file itself.
   *
   * @throws TraceFormatException naming the file, if it is missing, broken, or of a format that
   *     cannot be read
   */
  public static List<TraceFile> in(Path path) throws IOException {
    return ArchiveMembers.of(new TraceFile(path));
  }

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
    InputStream in = unpacked();
    byte[] beginning = beginning(in);
    Optional<FileSignature> signature = FileSignature.of(beginning);
    if (signature.isPresent()) {
      in.close();
      throw refused(signature.get());
    }
    return new BoundedReader(
        new InputStreamReader(in, FileSignature.charset(beginning)), path, piece);
  }

  /** The format of the unpacked file; empty if it looks like text. */
  Optional<FileSignature> signature() throws IOException {
    try (InputStream in = unpacked()) {
      return FileSignature.of(beginning(in));
    }
  }

  /** Whether the file is of a format that no reader of traces can read. */
  public boolean isForeign() throws IOException {
    Optional<FileSignature> signature = signature();
    boolean archive =
        signature.equals(Optional.of(FileSignature.ZIP))
            || signature.equals(Optional.of(FileSignature.TAR));
    return signature.isPresent() && !(archive && packing == FileSignature.GZIP);
  }

  TraceFormatException refused(FileSignature signature) {
    return TraceFormatException.of(
        path,
        "is "
            + signature.description()
            + ", expected text in UTF-8 or UTF-16, or one in a gzip, zip or tar file");
  }

  /** The bytes, unpacked if they are packed with gzip; the stream supports marks. */
  InputStream unpacked() throws IOException {
    if (packing == FileSignature.GZIP && !Files.isRegularFile(path)) {
      throw TraceFormatException.of(path, "no such file");
    }
    InputStream raw = bytes.openStream();
    InputStream in = new BufferedInputStream(raw, BUFFER);
    try {
      in.mark(2);
      int magic = in.read() | in.read() << Byte.SIZE;
      in.reset();
      return magic == GZIPInputStream.GZIP_MAGIC
          ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER)
          : in;
    } catch (EOFException | ZipException e) {
      raw.close();
      throw broken(e);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private byte[] beginning(InputStream in) throws IOException {
    try {
      in.mark(FileSignature.LONGEST);
      byte[] beginning = in.readNBytes(FileSignature.LONGEST);
      in.reset();
      return beginning;
    } catch (EOFException | ZipException e) {
      in.close();
      throw broken(e);
    }
  }

  /** The error for a packed file that cannot be unpacked to its end. */
  public TraceFormatException broken(IOException e) {
    return broken(packing, e);
  }

  TraceFormatException broken(FileSignature format, IOException e) {
    String cause = e.getMessage() == null ? "it ends too early" : e.getMessage();
    String description = format.description();
    String name = description.substring(description.indexOf(' ') + 1);
    return TraceFormatException.of(path, "is a broken " + name + ": " + cause);
  }

  /** The first line that is not blank, cut after 2¹⁸ characters. */
  public String start() throws IOException {
    return firstLine().orElseThrow(() -> TraceFormatException.of(path, "is empty"));
  }

  /** The first line that is not blank, cut after 2¹⁸ characters; empty if there is none. */
  public Optional<String> firstLine() throws IOException {
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
      return Optional.of(line.toString().strip()).filter(start -> !start.isEmpty());
    } catch (EOFException | ZipException e) {
      throw broken(e);
    }
  }
}
