/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

/** Receives the exchange's messages to operators. Called on the threads of the exchange. */
public interface ExchangeEvents {

  /** Reports a step of the tuning or of the exchange that operators look for in the log. */
  void told(String line);

  /** Reports an error that needs no immediate action. */
  void warned(String line);

  /** Counts a failure that a thread of the exchange survived. */
  default void failed() {}
}
