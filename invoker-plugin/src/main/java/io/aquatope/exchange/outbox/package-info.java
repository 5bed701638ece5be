/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Outgoing queues of records for the exchange's topics: batched, in order, with bounds on memory
 * and rate.
 */
@NullMarked
package io.aquatope.exchange.outbox;

import org.jspecify.annotations.NullMarked;
