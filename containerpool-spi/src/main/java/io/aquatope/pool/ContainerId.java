/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

/**
 * Identity of a container in one pool, from the order to start it until it has gone.
 *
 * @param number unique in its pool, ascending in the order of starting
 */
public record ContainerId(long number) {}
