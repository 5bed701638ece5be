/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The exchange in OpenWhisk: a load balancer's decorator with the controller's hub, the invoker's
 * member, and topics of OpenWhisk's own messaging beneath them.
 */
@NullMarked
package io.aquatope.hub;

import org.jspecify.annotations.NullMarked;
