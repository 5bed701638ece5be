/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notation of sizes in the configuration: a number and a unit, each of which is 1024 times the one
 * before. HOCON's own reading takes {@code GB} for 10<sup>9</sup> bytes, OpenWhisk's limits of
 * actions and the command line take it for 2<sup>30</sup>. One notation has one meaning here. A
 * number without a unit, which HOCON takes for bytes, is refused.
 */
public final class SizeNotation {

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?");
  private static final Pattern SYNTAX =
      Pattern.compile("([+-]?\\d{1,18}(?:\\.\\d{1,18})?)\\s*([a-z]+)");

  private static final Map<String, Integer> POWERS =
      Map.of("", 0, "k", 1, "m", 2, "g", 3, "t", 4, "kilo", 1, "mega", 2, "giga", 3, "tera", 4);

  private SizeNotation() {}

  /**
   * Reads a size in bytes.
   *
   * @throws ConfigException if there is no such key
   * @throws IllegalArgumentException if the value is no size; says what was expected
   */
  static long read(Config section, String key) {
    ConfigValue value = section.getValue(key);
    if (value.valueType() != ConfigValueType.STRING
        && value.valueType() != ConfigValueType.NUMBER) {
      throw new ConfigException.WrongType(
          value.origin(), key, "a size such as 512 MB", value.valueType().name());
    }
    return parse(String.valueOf(value.unwrapped()));
  }

  /**
   * Parses a size in bytes, for example {@code 4 GB}, {@code 512m} or {@code 1.5 GiB}.
   *
   * @throws IllegalArgumentException if the text is no size; says what was expected
   */
  public static long parse(String text) {
    String size = text.strip().toLowerCase(Locale.ROOT);
    if (NUMBER.matcher(size).matches()) {
      if (new BigDecimal(size).signum() == 0) {
        return 0;
      }
      throw new IllegalArgumentException(
          text.strip() + " has no unit, expected for example " + size + " MB or " + size + " GB");
    }
    Matcher parts = SYNTAX.matcher(size);
    if (!parts.matches()) {
      throw unreadable(text);
    }
    try {
      return new BigDecimal(parts.group(1))
          .multiply(BigDecimal.valueOf(1L << (10 * power(parts.group(2), text))))
          .longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          text.strip() + ", expected a whole number of bytes below 8 million TB", e);
    }
  }

  /** The power of 1024 of a unit: its prefix, with or without "i", "b", "byte" or "bytes". */
  private static int power(String unit, String text) {
    String prefix = unit.replaceFirst("(bytes?|b)$", "");
    if (unit.endsWith("bytes") || unit.endsWith("byte")) {
      prefix = prefix.replace("kibi", "k").replace("mebi", "m").replace("gibi", "g");
      prefix = prefix.replace("tebi", "t");
    } else if (prefix.length() == 2 && prefix.endsWith("i")) {
      prefix = prefix.substring(0, 1);
    } else if (prefix.length() > 1) {
      throw unreadable(text);
    }
    Integer power = POWERS.get(prefix);
    if (power == null) {
      throw unreadable(text);
    }
    return power;
  }

  private static IllegalArgumentException unreadable(String text) {
    return new IllegalArgumentException(
        "'" + text.strip() + "' is no size, expected for example 512 MB or 4 GB");
  }
}
