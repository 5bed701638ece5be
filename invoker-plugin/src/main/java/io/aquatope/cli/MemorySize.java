/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cli;

import io.aquatope.replay.ReplayConfig;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memory size in the notation of OpenWhisk's configuration: a number and a unit. Each unit is 1024
 * times the one before. A number with a fraction, which OpenWhisk does not accept, is rounded to
 * whole MB.
 *
 * @param mb in MB, at least 1, or {@link ReplayConfig#UNLIMITED}
 */
record MemorySize(long mb) {

  private static final Pattern SYNTAX =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,12})?)\\s*(M|MB|G|GB|T|TB)");

  static MemorySize parse(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    if (upper.equals("UNLIMITED")) {
      return new MemorySize(ReplayConfig.UNLIMITED);
    }
    Matcher parts = SYNTAX.matcher(upper);
    long mb = parts.matches() ? roundedMb(parts.group(1), parts.group(2).charAt(0)) : 0;
    if (mb == 0) {
      throw new IllegalArgumentException(
          "'" + text + "', expected a size such as 512MB, 4GB, '4 GB' or 11.3GB, or unlimited");
    }
    return new MemorySize(mb);
  }

  private static long roundedMb(String number, char unit) {
    return new BigDecimal(number)
        .multiply(BigDecimal.valueOf(unitMb(unit)))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static long unitMb(char unit) {
    return switch (unit) {
      case 'G' -> 1024;
      case 'T' -> 1024 * 1024;
      default -> 1;
    };
  }

  @Override
  public String toString() {
    if (mb == ReplayConfig.UNLIMITED) {
      return "unlimited memory";
    }
    return mb % 1024 == 0 ? mb / 1024 + " GB" : mb + " MB";
  }
}
