/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** The container that an activation will run in, and the kind of that start. */
record Placement(PooledContainer container, StartKind start) {}
