/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The path of an activation from the invoker's topic to the pool. Activations are read and checked,
 * and those that cannot run are answered.
 */
@NullMarked
package io.aquatope.invoker.activation;

import org.jspecify.annotations.NullMarked;
