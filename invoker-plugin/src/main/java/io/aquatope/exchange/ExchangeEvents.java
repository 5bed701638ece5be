/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

/** What the exchange has to say to operators. Called on its own threads. */
public interface ExchangeEvents {

  /** A step of the tuning, or of the exchange, that one wants to find in the log. */
  void told(String line);

  /** Something went wrong that needs no one at once. */
  void warned(String line);

  /**
   * An invoker that is up to date with the log has read a message that changed what it knows.
   *
   * @param first whether it is the first of the invokers that take part, so that what all of them
   *     see is counted once
   */
  default void folded(
      ExchangeState before, ExchangeState after, Message message, boolean first, long nowMs) {}

  /** A controller has joined an instance, which kept its workflow's target or did not. */
  default void joined(WorkflowObserved instance, boolean keptTarget) {}
}
