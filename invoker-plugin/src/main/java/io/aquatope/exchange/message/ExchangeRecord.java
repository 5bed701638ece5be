/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One record of a {@link Message}. In JSON it is an object whose {@code type} names its kind.
 * Records of unknown kinds come from newer versions and are skipped.
 */
@JsonTypeInfo(
    use = JsonTypeInfo.Id.NAME,
    property = "type",
    visible = true,
    defaultImpl = UnknownRecord.class)
@JsonSubTypes({
  @JsonSubTypes.Type(value = StageReport.class, name = "stage"),
  @JsonSubTypes.Type(value = WorkflowDefined.class, name = "definition"),
  @JsonSubTypes.Type(value = WorkflowWithdrawn.class, name = "withdrawal"),
  @JsonSubTypes.Type(value = InstanceReport.class, name = "workflow"),
  @JsonSubTypes.Type(value = HubStarted.class, name = "hub"),
  @JsonSubTypes.Type(value = Heartbeat.class, name = "heartbeat"),
  @JsonSubTypes.Type(value = RoundProposed.class, name = "proposal"),
  @JsonSubTypes.Type(value = RoundConcluded.class, name = "conclusion"),
  @JsonSubTypes.Type(value = MemoryAdvised.class, name = "memory"),
  @JsonSubTypes.Type(value = MemoryAnswered.class, name = "answer"),
  @JsonSubTypes.Type(value = WorkflowCheckpoint.class, name = "checkpoint"),
  @JsonSubTypes.Type(value = SenderCheckpoint.class, name = "sender"),
})
public sealed interface ExchangeRecord
    permits StageReport,
        WorkflowDefined,
        WorkflowWithdrawn,
        InstanceReport,
        HubStarted,
        Heartbeat,
        RoundProposed,
        RoundConcluded,
        MemoryAdvised,
        MemoryAnswered,
        WorkflowCheckpoint,
        SenderCheckpoint,
        UnreadCheckpoint,
        UnknownRecord {

  /** Whether only newer versions know the kind of a record. */
  static boolean isUnknown(ExchangeRecord record) {
    return record instanceof UnknownRecord;
  }

  /** Whether the record may be dropped if too many records wait. */
  default boolean mayBeDropped() {
    return false;
  }
}
