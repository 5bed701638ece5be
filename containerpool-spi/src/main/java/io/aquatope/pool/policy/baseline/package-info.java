/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Policies of other systems, each after its paper, and tuned as its authors did. Where a paper
 * leaves a choice open, the choice is the one that favours the other system, and the class
 * documents it.
 */
@NullMarked
package io.aquatope.pool.policy.baseline;

import org.jspecify.annotations.NullMarked;
