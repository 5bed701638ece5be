/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.databind.JsonNode;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.input.TraceFormatException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The times and limits of a run in a container, from an OpenWhisk activation record.
 *
 * <p>OpenWhisk puts the start before {@code /init}, if there was one, and counts the duration from
 * there. The time from the request to the start is {@code waitTime}.
 *
 * @param id of the activation; empty if the record has none
 * @param place of the record
 * @param startMillis since 1970
 * @param waitMillis from the request to the start, including the creation of a container; empty if
 *     it is not recorded
 * @param initMillis of {@code /init}, if the activation had to wait for it
 * @param runMillis in the initialised container: the duration less {@code /init}
 * @param gaps values that the record does not have, or that cannot be
 */
record ActivationRecord(
    String id,
    FunctionSpec function,
    boolean inSequence,
    Place place,
    long startMillis,
    OptionalLong waitMillis,
    OptionalLong initMillis,
    long runMillis,
    Set<RecordGap> gaps) {

  /** The request, in milliseconds since 1970: the start less the wait. */
  long arrivalMillis() {
    return Math.max(0, startMillis - waitMillis.orElse(0));
  }

  /** The line of a file on which a record begins. */
  record Place(Path file, long line) {

    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /** Kind of a record that states none. */
  static final String UNRECORDED_KIND = "unrecorded";

  static final int DEFAULT_MEMORY_MB = 256;

  private static final String SEQUENCE = "sequence";

  /** One terabyte: more is an error in the file. */
  private static final int MOST_MEMORY_MB = 1 << 20;

  private static final int MOST_CONCURRENT = 1_000_000;

  /**
   * Reads a record of an action.
   *
   * @throws TraceFormatException if it is no activation record
   */
  static ActivationRecord parse(JsonNode document, Path file, long line)
      throws TraceFormatException {
    RecordFields fields = new RecordFields(document, file, line);
    long start = fields.instant("start");
    String namespace = fields.text("namespace");
    JsonNode path = fields.annotation("path");
    String action = path.isTextual() ? path.textValue() : namespace + "/" + fields.text("name");
    Set<RecordGap> gaps = EnumSet.noneOf(RecordGap.class);
    JsonNode limits = fields.annotation("limits");
    FunctionSpec function = function(fields, new ActionName(namespace, action), limits, gaps);
    OptionalLong wait = fields.wait("waitTime");
    if (wait.isEmpty()) {
      gaps.add(RecordGap.WAIT);
    } else if (wait.getAsLong() < 0) {
      gaps.add(RecordGap.NEGATIVE_WAIT);
      wait = OptionalLong.of(0);
    }
    OptionalLong init = fields.annotationMillis("initTime");
    long duration = duration(fields, start, gaps);
    return new ActivationRecord(
        document.path("activationId").asText(""),
        function,
        fields.annotation("causedBy").asText().equals(SEQUENCE),
        new Place(file, line),
        start,
        wait,
        init,
        Math.max(0, duration - init.orElse(0)),
        gaps);
  }

  private record ActionName(String namespace, String path) {}

  private static FunctionSpec function(
      RecordFields fields, ActionName name, JsonNode limits, Set<RecordGap> gaps)
      throws TraceFormatException {
    String kind = fields.annotation("kind").asText("");
    if (kind.isEmpty()) {
      gaps.add(RecordGap.KIND);
    }
    if (!limits.path("memory").isNumber()) {
      gaps.add(RecordGap.MEMORY);
    }
    int memoryMb = fields.count("memory", limits.path("memory"), MOST_MEMORY_MB, DEFAULT_MEMORY_MB);
    int concurrency = fields.count("concurrency", limits.path("concurrency"), MOST_CONCURRENT, 1);
    return fields.checked(
        () ->
            new FunctionSpec(
                new FunctionId(
                    name.namespace, name.path, fields.document().path("version").asText("")),
                kind.isEmpty() ? UNRECORDED_KIND : kind,
                memoryMb,
                concurrency));
  }

  /** As OpenWhisk does: the end less the start, if there is no duration. */
  private static long duration(RecordFields fields, long start, Set<RecordGap> gaps)
      throws TraceFormatException {
    OptionalLong duration = fields.optionalMillis("duration");
    if (duration.isPresent()) {
      return duration.getAsLong();
    }
    if (fields.document().path("end").isMissingNode()) {
      return fields.millis("duration");
    }
    gaps.add(RecordGap.DURATION);
    return fields.since(start, "end");
  }
}
