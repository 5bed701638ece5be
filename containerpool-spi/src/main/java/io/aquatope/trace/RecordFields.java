/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The fields of an activation record, with errors that say where it is. */
record RecordFields(JsonNode document, Path file, long line) {

  String text(String field) throws TraceFormatException {
    JsonNode value = document.path(field);
    if (!value.isTextual()) {
      throw bad("has no text '" + field + "', expected an activation record");
    }
    return value.textValue();
  }

  /** A number of milliseconds that is not negative. */
  long millis(String field) throws TraceFormatException {
    return millis(field, document.path(field));
  }

  /** The value of an annotation; a missing node if there is none of that key. */
  JsonNode annotation(String key) {
    for (JsonNode annotation : document.path("annotations")) {
      if (annotation.path("key").asText().equals(key)) {
        return annotation.path("value");
      }
    }
    return MissingNode.getInstance();
  }

  OptionalLong annotationMillis(String key) throws TraceFormatException {
    JsonNode value = annotation(key);
    return value.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(millis(key, value));
  }

  /** A value whose own checks become errors of this line. */
  <T> T checked(Supplier<T> value) throws TraceFormatException {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  private long millis(String field, JsonNode value) throws TraceFormatException {
    if (!value.isNumber() || value.asLong() < 0) {
      throw bad(
          "'%s' is %s, expected milliseconds, not negative"
              .formatted(field, value.isMissingNode() ? "missing" : value));
    }
    return value.asLong();
  }

  private TraceFormatException bad(String problem) {
    return TraceFormatException.at(file, line, problem);
  }
}
