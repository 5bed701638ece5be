/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What an invoker's operator sees: containers, what is expected of each function, what was decided
 * and why. The pool's thread leaves an immutable {@link io.aquatope.status.PoolSnapshot} every few
 * seconds; all else happens on the threads of those who ask.
 */
@NullMarked
package io.aquatope.status;

import org.jspecify.annotations.NullMarked;
