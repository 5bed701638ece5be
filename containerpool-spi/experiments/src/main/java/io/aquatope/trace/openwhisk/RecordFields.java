/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.databind.JsonNode;
import io.aquatope.trace.input.NumberText;
import io.aquatope.trace.input.TextExcerpt;
import io.aquatope.trace.input.TraceFormatException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The fields of an activation record; their errors state the file and the line. */
record RecordFields(JsonNode document, Path file, long line) {

  /** End of the plausible years: a later time is not in milliseconds. */
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** Longest wait or run; OpenWhisk ends both after minutes or hours. */
  private static final Duration LONGEST = Duration.ofDays(31);

  String text(String field) throws TraceFormatException {
    JsonNode value = document.path(field);
    if (!value.isTextual()) {
      throw bad("has no text '" + field + "', expected an activation record");
    }
    return value.textValue();
  }

  /** A time in milliseconds since 1970. */
  long instant(String field) throws TraceFormatException {
    long millis = millis(field, document.path(field));
    if (millis >= LATEST.toEpochMilli()) {
      throw bad(
          String.format(
              Locale.ROOT,
              "'%s' is %s, expected milliseconds since 1970, before the year 2200",
              field,
              shown(document.path(field))));
    }
    return millis;
  }

  /** A length of time in milliseconds. */
  long millis(String field) throws TraceFormatException {
    return duration(field, document.path(field));
  }

  /** The milliseconds from a time to the one of a field; 0 if that is earlier. */
  long since(long start, String field) throws TraceFormatException {
    long length = Math.max(0, millis(field, document.path(field)) - start);
    if (length > LONGEST.toMillis()) {
      throw bad(
          String.format(
              Locale.ROOT,
              "'%s' is %s, expected milliseconds since 1970, at most %d days after the start",
              field,
              shown(document.path(field)),
              LONGEST.toDays()));
    }
    return length;
  }

  /** A whole number in an object, from 1 to {@code most}; the default if it is missing. */
  int count(String field, JsonNode value, int most, int otherwise) throws TraceFormatException {
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    OptionalLong count = NumberText.whole(value);
    if (count.isEmpty() || count.getAsLong() < 1 || count.getAsLong() > most) {
      throw bad(
          String.format(
              Locale.ROOT,
              "'%s' is %s, expected a whole number from 1 to %d",
              field,
              shown(value),
              most));
    }
    return (int) count.getAsLong();
  }

  /** The value of an annotation; a missing node if the record does not have the key. */
  JsonNode annotation(String key) {
    return document.path(DocumentFields.ANNOTATIONS).path(key);
  }

  /** An annotation in milliseconds, not negative. */
  OptionalLong annotationMillis(String key) throws TraceFormatException {
    return optional(key, annotation(key));
  }

  /** A length of time in milliseconds, not negative, if the record has the field. */
  OptionalLong optionalMillis(String field) throws TraceFormatException {
    return optional(field, document.path(field));
  }

  private OptionalLong optional(String field, JsonNode value) throws TraceFormatException {
    return value.isMissingNode() || value.isNull()
        ? OptionalLong.empty()
        : OptionalLong.of(duration(field, value));
  }

  /** A wait in milliseconds; less than 0 where the clocks of two hosts differ. */
  OptionalLong wait(String key) throws TraceFormatException {
    JsonNode value = annotation(key);
    OptionalLong millis = NumberText.whole(value);
    boolean isNegative = millis.isPresent() && millis.getAsLong() < 0;
    return isNegative && millis.getAsLong() >= -LONGEST.toMillis() ? millis : optional(key, value);
  }

  /** A value whose own checks become errors of this line. */
  <T> T checked(Supplier<T> value) throws TraceFormatException {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  private long duration(String field, JsonNode value) throws TraceFormatException {
    long millis = millis(field, value);
    if (millis > LONGEST.toMillis()) {
      throw bad(
          String.format(
              Locale.ROOT,
              "'%s' is %s, expected milliseconds, at most %d (%d days)",
              field,
              shown(value),
              LONGEST.toMillis(),
              LONGEST.toDays()));
    }
    return millis;
  }

  private long millis(String field, JsonNode value) throws TraceFormatException {
    OptionalLong millis = NumberText.whole(value);
    if (millis.isEmpty() || millis.getAsLong() < 0) {
      throw bad(
          String.format(
              Locale.ROOT, "'%s' is %s, expected milliseconds, not negative", field, shown(value)));
    }
    return millis.getAsLong();
  }

  /** Nested values are not printed, as they may have any depth and length. */
  private static String shown(JsonNode value) {
    return value.isMissingNode()
        ? "missing"
        : value.isContainerNode() ? "no number" : TextExcerpt.of(value.toString());
  }

  private TraceFormatException bad(String problem) {
    return TraceFormatException.at(file, line, problem);
  }
}
