/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The language of container pools: functions, activations and containers; the interfaces between a
 * pool and its driver, its policy and its listeners. No OpenWhisk types and no clock.
 */
@NullMarked
package io.aquatope.pool;

import org.jspecify.annotations.NullMarked;
