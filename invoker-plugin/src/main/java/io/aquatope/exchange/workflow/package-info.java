/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A workflow with its target, and all that is known of it: the choice of limits in force, the round
 * that tries others, the runs that are remembered. Immutable; {@link
 * io.aquatope.exchange.workflow.WorkflowFold} leads from one state to the next.
 */
@NullMarked
package io.aquatope.exchange.workflow;

import org.jspecify.annotations.NullMarked;
