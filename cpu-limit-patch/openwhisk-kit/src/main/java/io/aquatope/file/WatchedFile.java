/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A text file that an operator edits, read again when its text has changed. A file that is missing,
 * unreadable, too large or invalid is reported once, until it changes; the text read before stays
 * in force. Not thread-safe.
 */
public final class WatchedFile {

  /**
   * Far more than handwritten rules need; a log or a device that was named by mistake is refused.
   */
  static final int MOST_BYTES = 4_000_000;

  private final Path file;
  private final Consumer<String> reader;
  private final Consumer<String> problems;
  private String latest = "";

  /**
   * @param reader receives each new text; throws if the text is invalid
   * @param problems receives messages for the operator, with the name of the file
   */
  public WatchedFile(Path file, Consumer<String> reader, Consumer<String> problems) {
    this.file = file;
    this.reader = reader;
    this.problems = problems;
  }

  /** Checks the file, and hands over its text if it is new. */
  public void look() {
    String text;
    try {
      text = read();
    } catch (IOException e) {
      complain(e.toString());
      return;
    }
    // A text has a prefix, so it never equals a problem with the same words.
    if (isNew("text " + text)) {
      try {
        reader.accept(text);
      } catch (RuntimeException | StackOverflowError e) {
        problems.accept(named(e instanceof RuntimeException ? e.getMessage() : e.toString()));
      }
    }
  }

  private String read() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new IOException(file + ": more than " + MOST_BYTES + " bytes");
      }
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
  }

  private void complain(String problem) {
    if (isNew("problem " + problem)) {
      problems.accept(named(problem));
    }
  }

  private boolean isNew(String now) {
    boolean isNew = !now.equals(latest);
    latest = now;
    return isNew;
  }

  private String named(@Nullable String problem) {
    String text = String.valueOf(problem);
    return text.contains(file.toString()) ? text : file + ": " + text;
  }
}
