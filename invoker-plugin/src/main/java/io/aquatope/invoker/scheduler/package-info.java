/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The container pool under OpenWhisk's scheduler, which leases containers: the actor that runs it,
 * its adapters to OpenWhisk's function-pulling proxies, and the services that both need.
 */
@NullMarked
package io.aquatope.invoker.scheduler;

import org.jspecify.annotations.NullMarked;
