/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What invokers and controllers tell each other, as JSON, and how it is sent: batched, in order,
 * with bounds to memory and rate.
 */
@NullMarked
package io.aquatope.exchange.message;

import org.jspecify.annotations.NullMarked;
