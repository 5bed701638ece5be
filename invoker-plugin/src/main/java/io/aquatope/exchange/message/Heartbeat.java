/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

/** States that the sender, an invoker, is alive. */
public record Heartbeat() implements ExchangeRecord {}
