/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.aquatope.exchange.workflow.WorkflowState;

/**
 * All that is known of a workflow, written to the log now and then: a log keeps records for a
 * limited time, and an invoker that starts later has to learn what the older ones led to.
 */
@JsonDeserialize(using = CheckpointReader.class)
public record WorkflowCheckpoint(WorkflowState state) implements ExchangeRecord {}
