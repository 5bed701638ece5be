/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Activations on their way from the invoker's topic to the pool: read, checked, and answered here
 * where they cannot be run.
 */
@NullMarked
package io.aquatope.invoker.activation;

import org.jspecify.annotations.NullMarked;
