/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import com.google.common.base.CharMatcher;

/** Text that a tenant chose, as it may stand in a message: short, and on one line. */
public final class TenantText {

  private static final int MOST_CHARACTERS = 80;

  private static final CharMatcher UNPRINTABLE =
      CharMatcher.javaIsoControl().or(CharMatcher.anyOf("\u2028\u2029\u0085\uFEFF"));

  private TenantText() {}

  /** The text without line breaks and control characters, cut off where it gets too long. */
  public static String quoted(String text) {
    return text.length() <= MOST_CHARACTERS
        ? oneLine(text)
        : oneLine(text.substring(0, MOST_CHARACTERS)) + "...";
  }

  /** The same, of any length. */
  public static String oneLine(String text) {
    return UNPRINTABLE.replaceFrom(text, '?');
  }
}
