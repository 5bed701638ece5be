/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Invokers and controllers share what they observe: stage observations go to the controller that
 * received the workflow, joined observations and decisions come back in one log, which every
 * invoker folds into the same state. No leader: a decision is a record, and the first one for a
 * round holds. Plain Java, without OpenWhisk. Here is what both sides need: settings, and what
 * operators are told.
 */
@NullMarked
package io.aquatope.exchange;

import org.jspecify.annotations.NullMarked;
