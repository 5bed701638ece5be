/* SPDX-License-Identifier: Apache-2.0 */
/**
 * This project's container pool and OpenWhisk's own, side by side: the same events to both, and
 * what they decide compared at each step.
 */
@NullMarked
package io.aquatope.it.lockstep;

import org.jspecify.annotations.NullMarked;
