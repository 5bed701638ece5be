/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The OpenWhisk adapter: an invoker with this project's container pool. This package has the
 * classes that OpenWhisk finds by name and the wiring of the invoker. The parts have packages of
 * their own.
 */
@NullMarked
package io.aquatope.invoker;

import org.jspecify.annotations.NullMarked;
