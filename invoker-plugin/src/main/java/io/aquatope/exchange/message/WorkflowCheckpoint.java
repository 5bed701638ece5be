/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.aquatope.exchange.workflow.WorkflowState;

/**
 * The full state of a workflow, written to the log at intervals. A log keeps records for a limited
 * time, and an invoker that starts later needs the result of the older ones.
 */
@JsonDeserialize(using = CheckpointReader.class)
public record WorkflowCheckpoint(WorkflowState state) implements ExchangeRecord {}
