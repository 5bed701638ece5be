/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.text;

/**
 * Makes text that a tenant wrote safe for messages and logs.
 *
 * <p>Annotations, parameters, headers and names may have any length and any characters. A line
 * break would let a tenant forge a line of the invoker's log. An escape sequence would rewrite an
 * operator's terminal, and a bidirectional override would display a text in a false order. A
 * megabyte in each message would fill the disk. The result is therefore one line of visible
 * characters and plain spaces. Its length is bounded, and so is the work: characters beyond the
 * bound are not read.
 */
public final class TenantText {

  /** Characters shown of a text: a full action name of usual length, or any sensible number. */
  public static final int SHOWN = 80;

  private TenantText() {}

  /**
   * The text in double quotes, as a literal of Java, for example {@code "2\n[ERROR]"}. A text that
   * is too long is followed by its true length, for example {@code "1.000"… (1000002 characters)}.
   */
  public static String quoted(String text) {
    return quoted(text, SHOWN);
  }

  /**
   * The text in double quotes.
   *
   * @param shown the most characters of the text that are shown
   */
  public static String quoted(String text, int shown) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), shown) + 2);
    line.append('"');
    int end = escape(text, shown, true, line);
    line.append('"');
    return ended(text, end, line);
  }

  /** The text without quotes, for names and for messages that contain a tenant's text. */
  public static String plain(String text) {
    return plain(text, SHOWN);
  }

  /**
   * The text without quotes.
   *
   * @param shown the most characters of the text that are shown
   */
  public static String plain(String text, int shown) {
    StringBuilder line = new StringBuilder(Math.min(text.length(), shown));
    return ended(text, escape(text, shown, false, line), line);
  }

  /** Appends the escaped text, and returns the number of its characters that were used. */
  private static int escape(String text, int shown, boolean quotes, StringBuilder line) {
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      int next = at + Character.charCount(point);
      if (next > shown) {
        break;
      }
      append(point, quotes, line);
      at = next;
    }
    return at;
  }

  private static String ended(String text, int end, StringBuilder line) {
    if (end < text.length()) {
      line.append("… (").append(text.length()).append(" characters)");
    }
    return line.toString();
  }

  private static void append(int point, boolean quotes, StringBuilder line) {
    switch (point) {
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      // Escaped, so that a text cannot imitate an escape.
      case '\\' -> line.append("\\\\");
      case '"' -> line.append(quotes ? "\\\"" : "\"");
      default -> {
        if (isVisible(point)) {
          line.appendCodePoint(point);
        } else {
          unicode(point, line);
        }
      }
    }
  }

  /** Whether a character takes one place, in order, and no reader treats it as a line break. */
  private static boolean isVisible(int point) {
    if (point < 0x7f) {
      return point >= ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      // Marks stack on the character before them and cover the lines above and below.
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
      default -> true;
    };
  }

  private static void unicode(int point, StringBuilder line) {
    for (char unit : Character.toChars(point)) {
      line.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        line.append(Character.forDigit(unit >> shift & 0xf, 16));
      }
    }
  }
}
