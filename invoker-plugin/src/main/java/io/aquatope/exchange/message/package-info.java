/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The messages between invokers and controllers and their form as JSON: batches of records,
 * numbered by their sender.
 */
@NullMarked
package io.aquatope.exchange.message;

import org.jspecify.annotations.NullMarked;
