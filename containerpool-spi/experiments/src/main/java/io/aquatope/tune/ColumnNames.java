/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;

/** Names of columns that are nearly those that were expected. */
final class ColumnNames {

  private ColumnNames() {}

  /**
   * The name in a header that is nearest to a missing one.
   *
   * @param known names that the header has by right
   */
  static Optional<String> nearest(
      String missing, Collection<String> header, Collection<String> known) {
    return header.stream()
        .filter(name -> !name.isEmpty() && !known.contains(name))
        .min(comparingInt(name -> distance(name, missing)))
        .filter(name -> distance(name, missing) <= Math.max(2, missing.length() / 2));
  }

  /** The least number of characters to insert, delete or replace (Levenshtein 1966). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
