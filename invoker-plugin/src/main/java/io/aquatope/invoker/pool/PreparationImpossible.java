/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.ContainerId;

/** Told to the pool's actor: a container cannot be prepared, the action is no longer at hand. */
record PreparationImpossible(ContainerId container) {}
