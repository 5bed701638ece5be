/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Policies for the containers that a pool keeps ready, each in one small class, and their registry
 * by name.
 */
@NullMarked
package io.aquatope.pool.policy;

import org.jspecify.annotations.NullMarked;
