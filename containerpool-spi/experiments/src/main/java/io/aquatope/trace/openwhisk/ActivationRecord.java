/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.databind.JsonNode;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.input.TraceFormatException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The times and limits of a run in a container, from an OpenWhisk activation record.
 *
 * <p>OpenWhisk puts the start before {@code /init}, if there was one, and counts the duration from
 * there. The time from the request to the start is {@code waitTime}.
 *
 * @param arrivalMillis since 1970: the start less the wait
 * @param place of the record
 * @param waitMillis from the request to the start, including the creation of a container
 * @param initMillis of {@code /init}, if the activation had to wait for it
 * @param runMillis in the initialised container: the duration less {@code /init}
 */
record ActivationRecord(
    FunctionSpec function,
    boolean inSequence,
    long arrivalMillis,
    Place place,
    long waitMillis,
    OptionalLong initMillis,
    long runMillis) {

  /** The line of a file on which a record begins. */
  record Place(Path file, long line) {

    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  private static final String SEQUENCE = "sequence";
  private static final int DEFAULT_MEMORY_MB = 256;

  /** One terabyte: more is an error in the file. */
  private static final int MOST_MEMORY_MB = 1 << 20;

  private static final int MOST_CONCURRENT = 1_000_000;

  /**
   * Reads a record; empty if no container ran, as for triggers, sequences and compositions.
   *
   * @throws TraceFormatException if it is no activation record
   */
  static Optional<ActivationRecord> parse(JsonNode document, Path file, long line)
      throws TraceFormatException {
    RecordFields fields = new RecordFields(document, file, line);
    long start = fields.instant("start");
    String namespace = fields.text("namespace");
    String kind = fields.annotation("kind").asText(SEQUENCE);
    if (kind.equals(SEQUENCE)) {
      return Optional.empty();
    }
    String action = fields.annotation("path").asText(namespace + "/" + fields.text("name"));
    JsonNode limits = fields.annotation("limits");
    int memoryMb = fields.count("memory", limits.path("memory"), MOST_MEMORY_MB, DEFAULT_MEMORY_MB);
    int concurrency = fields.count("concurrency", limits.path("concurrency"), MOST_CONCURRENT, 1);
    FunctionSpec function =
        fields.checked(
            () ->
                new FunctionSpec(
                    new FunctionId(namespace, action, document.path("version").asText("")),
                    kind,
                    memoryMb,
                    concurrency));
    long wait = fields.annotationMillis("waitTime").orElse(0);
    OptionalLong init = fields.annotationMillis("initTime");
    return Optional.of(
        new ActivationRecord(
            function,
            fields.annotation("causedBy").asText().equals(SEQUENCE),
            Math.max(0, start - wait),
            new Place(file, line),
            wait,
            init,
            Math.max(0, fields.millis("duration") - init.orElse(0))));
  }
}
