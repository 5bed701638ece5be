/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.workflow.Workflow;

/** Definition of a workflow, which is tuned from now on. */
public record WorkflowDefined(Workflow definition) implements ExchangeRecord {}
