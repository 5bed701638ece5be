/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The exchange, in which invokers and controllers share their observations. Observations of stages
 * go to the controller that received the workflow. Joined observations and decisions return in one
 * log, which every invoker folds into the same state. There is no leader: a decision is a record,
 * and the first one for a round holds. Plain Java, without OpenWhisk. This package has the parts
 * that both sides need: settings, and messages to operators.
 */
@NullMarked
package io.aquatope.exchange;

import org.jspecify.annotations.NullMarked;
