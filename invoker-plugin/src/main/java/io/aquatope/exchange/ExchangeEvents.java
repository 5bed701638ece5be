/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

/** What the exchange has to say to operators. Called on its own threads. */
public interface ExchangeEvents {

  /** A step of the tuning, or of the exchange, that one wants to find in the log. */
  void told(String line);

  /** Something went wrong that needs no one at once. */
  void warned(String line);

  /** Counts a failure that a thread of the exchange survived. */
  default void failed() {}
}
