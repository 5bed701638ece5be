/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

/**
 * What a pool decided: something done to a container.
 *
 * @param <C> how the pool names its containers
 */
sealed interface Order<C> {

  C container();

  /** An activation was given to it. */
  record Given<C>(C container, int activation) implements Order<C> {}

  /** It is to be removed. */
  record Removed<C>(C container) implements Order<C> {}

  /** It was started as a stem cell. */
  record StemCellStarted<C>(C container) implements Order<C> {}
}
