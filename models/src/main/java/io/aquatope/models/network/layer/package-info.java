/* SPDX-License-Identifier: Apache-2.0 */
/** Layers of the networks: weights, gradients and their optimiser. */
@NullMarked
package io.aquatope.models.network.layer;

import org.jspecify.annotations.NullMarked;
