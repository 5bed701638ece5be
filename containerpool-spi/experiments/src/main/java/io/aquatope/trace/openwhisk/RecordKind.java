/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.openwhisk;

/** Kinds of records: those of actions are load, the others are counted and left out. */
enum RecordKind {
  ACTION("activations of actions", ""),
  TRIGGER("records of triggers or rules", "no container ran for them"),
  SEQUENCE("records of sequences", "no container ran for them"),
  COMPOSITION("records of compositions", "no container ran for them"),
  HEALTH_TEST(
      "health tests (whisk.system/invokerHealthTestAction…)", "OpenWhisk's own, no calls of users"),
  UNKNOWN_ACTION("records of kind unknown", "their actions were not found, and none ran"),
  DUPLICATE("records of activations that were read before", "each activation counts once"),
  OTHER_EVENT("events that are no activations", "metrics and the like are no load"),
  DESIGN_DOCUMENT("design documents of CouchDB", "no records"),
  DELETED_DOCUMENT("deleted documents of CouchDB", "their contents are gone"),
  ROW_WITHOUT_DOCUMENT(
      "rows of CouchDB without the document", "export them with include_docs=true"),
  OTHER_ENTITY("documents of actions, packages and other entities", "no activations"),
  BACKUP_HEADER("headers of couchbackup", "no records"),
  OTHER_TIME("activations of another time than most", "such a trace would last for years");

  private final String description;
  private final String reason;

  RecordKind(String description, String reason) {
    this.description = description;
    this.reason = reason;
  }

  /** The records in words, in the plural. */
  String description() {
    return description;
  }

  /** The reason why such records are left out. */
  String reason() {
    return reason;
  }
}
