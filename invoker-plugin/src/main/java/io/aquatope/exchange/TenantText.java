/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.google.common.base.CharMatcher;

/** Text that a tenant chose, as it may stand in a message: short, and on one line. */
public final class TenantText {

  /** Line breaks, control characters, and those that change the order in which a line is read. */
  private static final CharMatcher UNPRINTABLE =
      CharMatcher.forPredicate(
          character ->
              switch (Character.getType(character)) {
                case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
                default -> false;
              });

  private TenantText() {}

  /** The text without line breaks and control characters, cut off where it gets too long. */
  public static String quoted(String text) {
    return io.aquatope.text.TenantText.plain(text);
  }

  /** The text on one line, of any length; for lines whose parts are quoted already. */
  public static String oneLine(String text) {
    return UNPRINTABLE.replaceFrom(text, '?');
  }
}
