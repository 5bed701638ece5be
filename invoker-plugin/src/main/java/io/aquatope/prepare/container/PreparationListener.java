/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;

/** Receives events of prepared containers, for metrics and logs. */
public interface PreparationListener {

  /** Ignores them. */
  PreparationListener NONE = new PreparationListener() {};

  /** A container is ready. */
  default void prepared(FunctionSpec function, PreparationDepth depth) {}

  /** An activation has been given to a container. */
  default void started(StartKind start) {}

  /** A container failed before a call or during its preparation. */
  default void lost(FunctionSpec function) {}

  /** Due work failed. */
  default void failed(Throwable cause) {}

  /** A container was not fit for its activation and was replaced. */
  default void replaced(PreparationLoss loss) {}
}
