/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Status of an invoker for operators: its containers, the forecast of each function, and the
 * decisions with their reasons. The pool's thread publishes an immutable {@link
 * io.aquatope.status.PoolSnapshot} every few seconds. All other work runs on the threads of the
 * readers.
 */
@NullMarked
package io.aquatope.status;

import org.jspecify.annotations.NullMarked;
