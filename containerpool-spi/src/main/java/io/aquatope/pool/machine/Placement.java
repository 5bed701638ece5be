/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.StartKind;

/** The container that an activation will run in, and the kind of that start. */
record Placement(PooledContainer container, StartKind start) {}
