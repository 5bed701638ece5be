/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The container pool in a real invoker: the actor that runs it, and its adapters to OpenWhisk's
 * actions, containers and container proxies.
 */
@NullMarked
package io.aquatope.invoker.pool;

import org.jspecify.annotations.NullMarked;
