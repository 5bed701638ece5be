/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Longs;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Parses the numbers in files, for all readers. A text is measured before it is parsed. A number
 * that does not fit is rejected: it becomes neither infinite nor cut to 32 or 64 bits.
 */
public final class NumberText {

  /** Characters of a number; a double printed in full has 24. */
  private static final int LONGEST = 40;

  private NumberText() {}

  /** A finite decimal number. */
  public static OptionalDouble decimal(String text) {
    Double number = text.length() > LONGEST ? null : Doubles.tryParse(text.strip());
    return number == null || !Double.isFinite(number)
        ? OptionalDouble.empty()
        : OptionalDouble.of(number);
  }

  /** A whole number of 64 bits. */
  public static OptionalLong whole(String text) {
    Long number = text.length() > LONGEST ? null : Longs.tryParse(text.strip());
    return number == null ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** A number of JSON without its fraction, if that has 64 bits. */
  public static OptionalLong whole(JsonNode number) {
    if (!number.isNumber()) {
      return OptionalLong.empty();
    }
    if (number.isIntegralNumber()) {
      return number.canConvertToLong() ? OptionalLong.of(number.longValue()) : OptionalLong.empty();
    }
    double value = number.doubleValue();
    return Math.abs(value) < 0x1p53 ? OptionalLong.of((long) value) : OptionalLong.empty();
  }
}
