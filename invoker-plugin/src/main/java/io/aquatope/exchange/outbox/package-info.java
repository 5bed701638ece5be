/* SPDX-License-Identifier: Apache-2.0 */
/** Queues of records to the exchange's topics. */
@NullMarked
package io.aquatope.exchange.outbox;

import org.jspecify.annotations.NullMarked;
