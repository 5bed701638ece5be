/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.Message;

/** Hears of what the log tells an invoker: proposals, conclusions, instances. */
@FunctionalInterface
public interface LogListener {

  /** Hears nothing. */
  LogListener NONE = (before, after, message, first) -> {};

  /**
   * A message has led from one state to the next. What was written before this invoker started, and
   * what was there before, is not told.
   *
   * @param first whether this is the first of the invokers that take part: where only this one
   *     counts, what all of them see is counted once
   */
  void folded(ExchangeState before, ExchangeState after, Message message, boolean first);
}
