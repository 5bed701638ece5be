/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

/**
 * The first record of a controller. When it comes back through the log, the controller has read
 * everything that was written before its start.
 */
public record HubStarted() implements ExchangeRecord {}
