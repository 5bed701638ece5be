/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import io.aquatope.trace.input.BoundedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text of JSON values one after the other, which keeps the last of them. So reading can go on
 * behind a broken value, at the next line that may begin another one. Memory is bounded, as a value
 * is.
 */
final class RecordText extends Reader {

  private static final int BUFFER = 1 << 14;

  private final BoundedReader in;
  private final StringBuilder kept = new StringBuilder();

  /** Position of the first kept character in the text. */
  private long keptFrom;

  /** Position of the next character to deliver. */
  private long next;

  RecordText(BoundedReader in) {
    this.in = in;
  }

  /** The position of the next character that {@link #read} delivers. */
  long position() {
    return next;
  }

  /** Ends a value; what is before the position will not be needed. */
  void beginPiece(long position, BoundedReader.Piece piece) {
    in.beginPiece(piece);
    kept.delete(0, (int) Math.min(kept.length(), Math.max(0, position - keptFrom)));
    keptFrom = Math.max(keptFrom, position);
  }

  @Override
  public int read(char[] buffer, int offset, int most) throws IOException {
    int repeated = (int) (keptFrom + kept.length() - next);
    int count;
    if (repeated > 0) {
      count = Math.min(repeated, most);
      int from = (int) (next - keptFrom);
      kept.getChars(from, from + count, buffer, offset);
    } else {
      count = in.read(buffer, offset, most);
      if (count > 0) {
        kept.append(buffer, offset, count);
      }
    }
    next += Math.max(0, count);
    return count;
  }

  /** The text from the last piece's begin to a position, which may lie behind what was read. */
  private int reach(long position) throws IOException {
    while (keptFrom + kept.length() <= position && fill()) {}
    return (int) Math.min(kept.length(), position - keptFrom);
  }

  /** The position of the first visible character from a position on. */
  long skipBlank(long position) throws IOException {
    int at = reach(position);
    while (reaches(at) && kept.charAt(at) <= ' ') {
      at++;
    }
    return keptFrom + at;
  }

  /** The number of line ends between two positions. */
  long lines(long from, long to) {
    return kept.subSequence((int) (from - keptFrom), (int) (to - keptFrom))
        .chars()
        .filter(one -> one == '\n')
        .count();
  }

  private boolean fill() throws IOException {
    char[] buffer = new char[BUFFER];
    int count = in.read(buffer, 0, BUFFER);
    if (count > 0) {
      kept.append(buffer, 0, count);
    }
    return count > 0;
  }

  /** The line that contains a position, without its end. */
  String line(long position) throws IOException {
    int at = reach(position);
    int begin = at == 0 ? 0 : kept.lastIndexOf("\n", at - 1) + 1;
    int end = lineEnd(at);
    return kept.substring(begin, end);
  }

  private int lineEnd(int from) throws IOException {
    int searched = from;
    int end = kept.indexOf("\n", searched);
    while (end < 0) {
      searched = kept.length();
      if (!fill()) {
        return kept.length();
      }
      end = kept.indexOf("\n", searched);
    }
    return end;
  }

  /** The white space before a value on its line; empty if other text is before it. */
  String indent(long position) throws IOException {
    int at = reach(position);
    int begin = at == 0 ? 0 : kept.lastIndexOf("\n", at - 1) + 1;
    String before = kept.substring(begin, at);
    return before.isBlank() ? before : "";
  }

  /** Goes on at the line behind the one of a position. */
  void resumeBehindLine(long position) throws IOException {
    next = keptFrom + Math.min(kept.length(), lineEnd(reach(position)) + 1);
  }

  /**
   * Goes on at the first line, behind the one of a position, that begins like a value: with a
   * bracket that is not further to the right than the former value's, or with one that text
   * follows. In a value of several lines, the brackets further to the right are alone.
   *
   * @param indent of the former value
   * @return the number of lines from that of the position on
   */
  long resumeAtValue(long position, String indent) throws IOException {
    long lines = 0;
    long at = position;
    while (true) {
      resumeBehindLine(at);
      lines++;
      if (isValue(indent.length())) {
        return lines;
      }
      at = next;
      if (at - keptFrom > BUFFER) {
        beginPiece(at, BoundedReader.Piece.LINE);
      }
    }
  }

  /** Whether the next line begins like a value, or there is none. */
  private boolean isValue(int indent) throws IOException {
    int begin = (int) (next - keptFrom);
    int at = begin;
    while (reaches(at) && (kept.charAt(at) == ' ' || kept.charAt(at) == '\t')) {
      at++;
    }
    if (!reaches(at)) {
      return true;
    }
    char bracket = kept.charAt(at);
    boolean isCompact = reaches(at + 1) && "\"{".indexOf(kept.charAt(at + 1)) >= 0;
    return (bracket == '{' || bracket == '[') && (at - begin <= indent || isCompact);
  }

  private boolean reaches(int index) throws IOException {
    while (kept.length() <= index && fill()) {}
    return kept.length() > index;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
