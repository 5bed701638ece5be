/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The controller's part of the exchange: joins stages that descend from one request to instances of
 * workflows, and sends the instances to all invokers.
 */
@NullMarked
package io.aquatope.exchange.join;

import org.jspecify.annotations.NullMarked;
