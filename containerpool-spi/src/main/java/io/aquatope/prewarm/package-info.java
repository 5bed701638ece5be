/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The policy {@code aquatope}: what each further ready container of each function is worth over the
 * next moments, and what its memory costs, decides alone what is prepared, kept, let go and
 * evicted.
 */
@NullMarked
package io.aquatope.prewarm;

import org.jspecify.annotations.NullMarked;
