/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aquatope.trace.input.TraceFormatException;
import java.nio.file.Path;

/**
 * Converter of OpenWhisk's user events, which it writes to Kafka, to activation records. An event
 * is sent when its activation has ended, so the start is the time of the event less the duration.
 */
final class UserEvent {

  private UserEvent() {}

  /**
   * The record of an event.
   *
   * @throws TraceFormatException if a field is missing
   */
  static ObjectNode toRecord(ObjectNode event, Path file, long line) throws TraceFormatException {
    JsonNode body = event.path("body");
    RecordFields fields = new RecordFields(body, file, line);
    long end = new RecordFields(event, file, line).instant("timestamp");
    long duration = fields.millis("duration");
    String path = fields.text("name");
    ObjectNode record = event.objectNode();
    record.set("activationId", body.path("activationId"));
    record.set("namespace", event.path("namespace"));
    record.put("name", path.substring(path.lastIndexOf('/') + 1));
    record.put("start", Math.max(0, end - duration));
    record.put("duration", duration);
    ObjectNode annotations = record.putObject(DocumentFields.ANNOTATIONS);
    annotations.put("path", path);
    for (String field : new String[] {"kind", "waitTime", "causedBy"}) {
      if (body.has(field)) {
        annotations.set(field, body.path(field));
      }
    }
    // An event has 0 where a record has none.
    if (body.path("initTime").asLong(0) != 0) {
      annotations.set("initTime", body.path("initTime"));
    }
    ObjectNode limits = annotations.putObject("limits");
    for (String field : new String[] {"memory", "concurrency"}) {
      if (body.path(field).asLong(1) != 0 && body.has(field)) {
        limits.set(field, body.path(field));
      }
    }
    return record;
  }
}
