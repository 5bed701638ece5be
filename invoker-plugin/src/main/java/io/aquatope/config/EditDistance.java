/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;

/** Edit distance between two names, used to suggest a name for a misspelt one. */
public final class EditDistance {

  private static final Splitter PARTS = Splitter.on(CharMatcher.anyOf("/:@"));

  private EditDistance() {}

  /** The distance of a name from the nearest part of a longer one that slashes or colons end. */
  public static int within(String longer, String name) {
    int nearest = between(longer, name);
    for (String part : PARTS.split(longer)) {
      nearest = Math.min(nearest, between(part, name));
    }
    return nearest;
  }

  /** The least number of characters to insert, delete or replace (Levenshtein 1966). */
  public static int between(String one, String other) {
    int[] previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] current = new int[other.length() + 1];
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[other.length()];
  }
}
