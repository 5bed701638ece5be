/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A trace that cannot be read. The message names the file, the line if one is wrong, the fault, and
 * the expected form.
 */
public final class TraceFormatException extends IOException {

  private final transient Path file;
  private final long line;

  private TraceFormatException(Path file, long line, String message) {
    super(message);
    this.file = file;
    this.line = line;
  }

  /** The whole file is wrong. */
  public static TraceFormatException of(Path file, String problem) {
    return new TraceFormatException(file, 0, file + ": " + problem);
  }

  /** One line is wrong. */
  public static TraceFormatException at(Path file, long line, String problem) {
    return new TraceFormatException(file, line, file + ":" + line + ": " + problem);
  }

  /** The file that is wrong. */
  public Path file() {
    return file;
  }

  /** The first line that is wrong, counted from 1; empty if the whole file is. */
  public OptionalLong line() {
    return line == 0 ? OptionalLong.empty() : OptionalLong.of(line);
  }
}
