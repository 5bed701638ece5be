/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Text of a file, without a byte order mark, in pieces of bounded memory. A piece is a line, or a
 * part that the caller delimits. A small gzip file may hold one line of gigabytes, which a reader
 * of lines would collect in memory.
 */
public final class BoundedReader extends FilterReader {

  /**
   * Characters of a piece. OpenWhisk's largest activation record has some 11 MB: a result of 1 MB
   * and logs of 10 MB.
   */
  public static final int LONGEST = 16 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** The parts that are bounded. */
  public enum Piece {
    LINE,

    /** From one {@link #beginPiece} to the next. */
    RECORD
  }

  private final Path file;
  private final Piece piece;
  private Piece begun = Piece.RECORD;
  private long begunOnLine;
  private long line = 1;
  private long length;
  private boolean markPassed;

  BoundedReader(Reader in, Path file, Piece piece) {
    super(in);
    this.file = file;
    this.piece = piece;
  }

  /** The number of the last line read, counted from 1; a parser may be some kilobytes behind. */
  long line() {
    return line;
  }

  /**
   * Begins a piece; the text read so far belongs to earlier ones.
   *
   * @param next what an error calls the piece; {@code LINE} only while no line ends in it
   */
  public void beginPiece(Piece next) {
    length = 0;
    begun = next;
    begunOnLine = line;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int most) throws IOException {
    int count = in.read(buffer, offset, most);
    if (!markPassed && count > 0) {
      markPassed = true;
      if (buffer[offset] == BYTE_ORDER_MARK) {
        System.arraycopy(buffer, offset + 1, buffer, offset, --count);
        if (count == 0) {
          return read(buffer, offset, most);
        }
      }
    }
    for (int i = offset; i < offset + count; i++) {
      measure(buffer[i]);
    }
    return count;
  }

  private void measure(char next) throws TraceFormatException {
    length++;
    if (next == '\n') {
      line++;
      if (piece == Piece.LINE) {
        length = 0;
      }
    }
    if (length > LONGEST) {
      boolean isLine = piece == Piece.LINE || (begun == Piece.LINE && line == begunOnLine);
      throw tooLong(file, line, isLine ? Piece.LINE : Piece.RECORD);
    }
  }

  private static TraceFormatException tooLong(Path file, long line, Piece piece) {
    return TraceFormatException.at(
        file,
        line,
        String.format(
            Locale.ROOT,
            "a %s of more than %d million characters, expected a shorter one",
            piece == Piece.LINE ? "line" : "record",
            LONGEST >> 20));
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count && read() >= 0) {
      skipped++;
    }
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void mark(int limit) throws IOException {
    throw new IOException("mark is not supported");
  }

  @Override
  public void reset() throws IOException {
    throw new IOException("mark is not supported");
  }
}
