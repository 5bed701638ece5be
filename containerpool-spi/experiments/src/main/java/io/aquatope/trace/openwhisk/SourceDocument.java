/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A document as a source wraps it: a row of CouchDB, a hit of Elasticsearch, a user event, or the
 * record itself.
 *
 * @param outer the object in the file
 * @param record the record in it
 */
record SourceDocument(ObjectNode outer, ObjectNode record) {

  private static final String HEALTH_TEST = "whisk.system/invokerHealthTestAction";
  private static final String SEQUENCE = "sequence";

  static SourceDocument of(ObjectNode outer) {
    for (String wrapper : new String[] {"doc", "_source"}) {
      if (outer.get(wrapper) instanceof ObjectNode inner) {
        return new SourceDocument(outer, inner);
      }
    }
    // A view of CouchDB may have the record's summary as its value.
    return outer.get("value") instanceof ObjectNode inner && inner.has("start")
        ? new SourceDocument(outer, inner)
        : new SourceDocument(outer, outer);
  }

  /** A user event is a record of other form. */
  boolean isEvent() {
    return record.has("eventType");
  }

  /** Whether a container ran for the record, or why it is left out. */
  RecordKind kind() {
    if (isEvent()) {
      return kindOfEvent();
    }
    String id = text(record, "_id", text(record, "id", ""));
    if (id.startsWith("_design/")) {
      return RecordKind.DESIGN_DOCUMENT;
    }
    if (isTrue(record, "_deleted") || isTrue(outer.path("value"), "deleted")) {
      return RecordKind.DELETED_DOCUMENT;
    }
    boolean isRow = outer.has("key") && (outer.has("id") || outer.has("error"));
    if (isRow && !record.has("start")) {
      return RecordKind.ROW_WITHOUT_DOCUMENT;
    }
    if (text(record, "name", "").equals("@cloudant/couchbackup") && record.has("mode")) {
      return RecordKind.BACKUP_HEADER;
    }
    return text(record, "entityType", "activation").equals("activation")
        ? kindOfActivation(record.path(DocumentFields.ANNOTATIONS))
        : RecordKind.OTHER_ENTITY;
  }

  private RecordKind kindOfEvent() {
    if (!record.path("eventType").asText().equals("Activation")) {
      return RecordKind.OTHER_EVENT;
    }
    JsonNode body = record.path("body");
    return body.path("name").asText().startsWith(HEALTH_TEST)
        ? RecordKind.HEALTH_TEST
        : kindOfRun(body.path("kind"), isTrue(body, "conductor"));
  }

  private RecordKind kindOfActivation(JsonNode annotations) {
    String path = text(record, "namespace", "") + "/" + text(record, "name", "");
    if (path.startsWith(HEALTH_TEST) || text(annotations, "path", "").startsWith(HEALTH_TEST)) {
      return RecordKind.HEALTH_TEST;
    }
    JsonNode kind = annotations.path("kind");
    boolean isRecord = record.path("start").isNumber() && record.path("namespace").isTextual();
    if (isRecord && kind.isMissingNode() && !hasEnded()) {
      return RecordKind.TRIGGER;
    }
    return kindOfRun(kind, isTrue(annotations, "conductor"));
  }

  /** OpenWhisk gives neither triggers nor rules a duration or an end. */
  private boolean hasEnded() {
    JsonNode end = record.path("end");
    return record.hasNonNull("duration") || (!end.isMissingNode() && end.asLong(1) != 0);
  }

  private static RecordKind kindOfRun(JsonNode kind, boolean isConductor) {
    if (kind.asText().equals(SEQUENCE)) {
      return isConductor ? RecordKind.COMPOSITION : RecordKind.SEQUENCE;
    }
    return kind.asText().equals("unknown") ? RecordKind.UNKNOWN_ACTION : RecordKind.ACTION;
  }

  private static String text(JsonNode object, String field, String otherwise) {
    JsonNode value = object.path(field);
    return value.isTextual() ? value.textValue() : otherwise;
  }

  private static boolean isTrue(JsonNode object, String field) {
    return object.path(field).asBoolean();
  }
}
