/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The OpenWhisk adapter: an invoker with this project's container pool. Here is what OpenWhisk
 * finds by name and what puts the invoker together; its parts have packages of their own.
 */
@NullMarked
package io.aquatope.invoker;

import org.jspecify.annotations.NullMarked;
