/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What invokers and controllers tell each other, and what they make of it: stage observations go to
 * the controller that received the workflow, joined observations and decisions come back in one
 * log, which every invoker folds into the same {@link io.aquatope.exchange.ExchangeState}. No
 * leader: a decision is a record, and the first one for a round holds. Plain Java, without
 * OpenWhisk.
 */
@NullMarked
package io.aquatope.exchange;

import org.jspecify.annotations.NullMarked;
