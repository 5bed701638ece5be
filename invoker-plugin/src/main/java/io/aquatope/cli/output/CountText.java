/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli.output;

import java.util.Locale;

/** Counts with their noun, in the singular for one. */
public final class CountText {

  private CountText() {}

  /** The count and the noun, which is one that takes an s in the plural. */
  public static String of(long count, String noun) {
    return String.format(Locale.ROOT, count == 1 ? "%,d %s" : "%,d %ss", count, noun);
  }
}
