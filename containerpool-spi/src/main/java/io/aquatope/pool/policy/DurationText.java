/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations in text form: {@code 250ms}, {@code 0.8s}, {@code 10m}, {@code 1h 30m}, {@code 2d}, or
 * ISO-8601 as in {@code PT10M}.
 */
public final class DurationText {

  private static final Pattern PART = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(us|ms|s|m|h|d)");

  private DurationText() {}

  /**
   * The duration that a text stands for.
   *
   * @throws IllegalArgumentException if the text is not such a duration; the message states the
   *     text and the expected format
   */
  public static Duration parse(String text) {
    String trimmed = text.strip();
    try {
      return trimmed.toUpperCase(Locale.ROOT).startsWith("P")
          ? positive(Duration.parse(trimmed))
          : sumOfParts(trimmed);
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a duration, expected for example 500ms, 60s, 10m, 1h 30m or PT10M",
          e);
    }
  }

  private static Duration positive(Duration duration) {
    if (duration.isNegative()) {
      throw new DateTimeException("negative");
    }
    return duration;
  }

  private static Duration sumOfParts(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int parsed = 0;
    while (parsed < text.length()) {
      if (!part.find(parsed) || part.start() != parsed) {
        throw new DateTimeException("no number and unit at " + parsed);
      }
      sum = sum.plus(duration(part.group(1), part.group(2)));
      parsed = part.end();
    }
    if (parsed == 0) {
      throw new DateTimeException("empty");
    }
    return sum;
  }

  private static Duration duration(String number, String unit) {
    long nanos =
        switch (unit) {
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          default -> 86_400_000_000_000L;
        };
    return Duration.ofNanos(
        new BigDecimal(number)
            .multiply(BigDecimal.valueOf(nanos))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact());
  }
}
