/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One thing that is told in a {@link Message}. In JSON an object whose {@code type} names the sort;
 * sorts that are not known here come from a newer version and are passed over.
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

  /** Whether a record is of a sort that only newer versions know. */
  static boolean isUnknown(ExchangeRecord record) {
    return record instanceof UnknownRecord;
  }

  /** Whether it may be left out when there is too much to tell. */
  default boolean mayBeDropped() {
    return false;
  }
}
