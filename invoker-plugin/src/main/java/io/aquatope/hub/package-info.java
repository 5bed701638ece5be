/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The exchange inside OpenWhisk: a decorator of the load balancer that contains the controller's
 * hub, the invoker's member, and their topics on OpenWhisk's own messaging.
 */
@NullMarked
package io.aquatope.hub;

import org.jspecify.annotations.NullMarked;
