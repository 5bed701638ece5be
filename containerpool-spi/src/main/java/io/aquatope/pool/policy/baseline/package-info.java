/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What other systems do, as policies: each after its paper, and tuned as its authors did. Where a
 * paper leaves something open, the choice is the one that helps the peer, and the class says so.
 */
@NullMarked
package io.aquatope.pool.policy.baseline;

import org.jspecify.annotations.NullMarked;
