/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import io.aquatope.trace.input.NumberText;
import io.aquatope.trace.input.TextExcerpt;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Row of a table of measurements. Its errors state the column. */
final class ProfileRow {

  /** Upper bound of every value: thirty years in seconds, a petabyte in MB, a million cores. */
  private static final double MOST = 1e9;

  private final Map<String, String> fields = new HashMap<>();

  /**
   * @param header the names of the columns
   * @throws IllegalArgumentException if the row has more or fewer fields than the header
   */
  ProfileRow(List<String> header, List<String> values) {
    if (values.size() != header.size()) {
      throw new IllegalArgumentException(values.size() + " fields, expected " + header.size());
    }
    for (int i = 0; i < values.size(); i++) {
      fields.put(header.get(i), values.get(i));
    }
  }

  /** The value of a column; empty if the table does not have it. */
  String text(String column) {
    return fields.getOrDefault(column, "");
  }

  boolean isBlank(String column) {
    return text(column).isBlank();
  }

  double positive(String column) {
    double value = number(column);
    if (value > 0) {
      return value;
    }
    throw bad(column, "a positive number");
  }

  double number(String column) {
    OptionalDouble value = NumberText.decimal(text(column));
    if (value.isPresent() && Math.abs(value.getAsDouble()) <= MOST) {
      return value.getAsDouble();
    }
    throw bad(column, "a number");
  }

  /** Whether a column says yes, in one of the ways in which programs write it. */
  boolean flag(String column) {
    return switch (text(column).strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "1.0", "yes", "cold" -> true;
      case "", "false", "0", "0.0", "no", "warm" -> false;
      default -> throw bad(column, "true or false");
    };
  }

  private IllegalArgumentException bad(String column, String expected) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "column %s: expected %s, found '%s'",
            column,
            expected,
            TextExcerpt.of(text(column))));
  }
}
