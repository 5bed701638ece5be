/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A workflow with its target and its state: the choice of limits in force, the round that tries
 * others, and the remembered runs. Immutable; {@link io.aquatope.exchange.workflow.WorkflowFold}
 * leads from one state to the next.
 */
@NullMarked
package io.aquatope.exchange.workflow;

import org.jspecify.annotations.NullMarked;
