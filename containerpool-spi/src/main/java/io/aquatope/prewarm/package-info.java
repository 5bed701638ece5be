/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The policy {@code aquatope}. It compares the value of each further ready container of each
 * function over the next moments with the cost of its memory. This comparison alone decides which
 * containers are prepared, kept, released and evicted.
 */
@NullMarked
package io.aquatope.prewarm;

import org.jspecify.annotations.NullMarked;
