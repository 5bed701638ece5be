/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/** Where an activation is going to run, and what that start is. */
record Placement(PooledContainer container, StartKind start) {}
