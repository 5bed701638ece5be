/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;

/**
 * A container that a reserve keeps, or may keep.
 *
 * @param <C> represents the real container
 * @param isPrepared whether no activation has run in it
 * @param bornMicros time of its initialisation, or of its creation if it was not initialised
 */
record ReserveEntry<C>(
    FunctionSpec function, C container, boolean isPrepared, long bornMicros, long lastUsedMicros)
    implements IdleContainer {

  /** An entry for a container that has just been prepared. */
  static <C> ReserveEntry<C> prepared(FunctionSpec function, C container, long nowMicros) {
    return new ReserveEntry<>(function, container, true, nowMicros, nowMicros);
  }
}
