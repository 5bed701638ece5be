/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;

/**
 * A container that a reserve keeps, or may keep.
 *
 * @param <C> what stands for the real container
 * @param isPrepared whether no activation has run in it
 * @param bornMicros when it was initialised, or created if it was not
 */
record ReserveEntry<C>(
    FunctionSpec function, C container, boolean isPrepared, long bornMicros, long lastUsedMicros)
    implements IdleContainer {

  /** One that has just been prepared. */
  static <C> ReserveEntry<C> prepared(FunctionSpec function, C container, long nowMicros) {
    return new ReserveEntry<>(function, container, true, nowMicros, nowMicros);
  }
}
