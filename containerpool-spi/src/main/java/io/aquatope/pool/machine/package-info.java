/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The container pool as a pure state machine: no actors, no OpenWhisk types, no clock and no
 * threads of its own.
 */
@NullMarked
package io.aquatope.pool.machine;

import org.jspecify.annotations.NullMarked;
