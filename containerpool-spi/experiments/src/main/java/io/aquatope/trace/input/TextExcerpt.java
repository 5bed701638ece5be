/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import java.util.stream.Collectors;

/** The beginning of a text of any length, on one line, for messages. */
public final class TextExcerpt {

  private static final int LONGEST = 60;

  private TextExcerpt() {}

  /** At most the first {@value #LONGEST} characters, with {@code �} for invisible ones. */
  public static String of(String text) {
    String beginning = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    return beginning
            .codePoints()
            .mapToObj(point -> isVisible(point) ? Character.toString(point) : "\uFFFD")
            .collect(Collectors.joining())
        + (text.length() <= LONGEST ? "" : "…");
  }

  private static boolean isVisible(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.SURROGATE;
  }
}
