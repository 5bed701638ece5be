/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.Message;

/** Receives the messages of the log: proposals, conclusions, instances. */
@FunctionalInterface
public interface LogListener {

  /** Ignores them. */
  LogListener NONE = (before, after, message, first) -> {};

  /**
   * Called when a message has led from one state to the next. Messages from before this invoker's
   * start and duplicates are left out.
   *
   * @param first whether this is the first of the participating invokers; events that all invokers
   *     see are counted by it alone
   */
  void folded(ExchangeState before, ExchangeState after, Message message, boolean first);
}
