/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;

/** Hears what becomes of prepared containers, for metrics and logs. {@link #NONE} hears nothing. */
public interface PreparationListener {

  /** Hears nothing. */
  PreparationListener NONE = new PreparationListener() {};

  /** A container is ready. */
  default void prepared(FunctionSpec function, PreparationDepth depth) {}

  /** An activation has been given to a container. */
  default void started(StartKind start) {}

  /** A container failed before a call came, or while it was being prepared. */
  default void lost(FunctionSpec function) {}

  /** What was due could not be done. */
  default void failed(Throwable cause) {}

  /** A container was not fit for the activation that was to have it. */
  default void replaced(PreparationLoss loss) {}
}
