/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.ContainerId;
import io.aquatope.prepare.container.PreparationLoss;

/**
 * Message to the pool's actor: an activation got a fresh container, because the prepared one was
 * not fit for it.
 */
public record PreparedReplacement(ContainerId container, PreparationLoss loss) {}
