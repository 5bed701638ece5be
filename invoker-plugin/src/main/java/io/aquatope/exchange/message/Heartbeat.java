/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

/** The sender is an invoker, and there. */
public record Heartbeat() implements ExchangeRecord {}
