/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolView;
import io.aquatope.prepare.container.PreparationLoss;

/** Observes the pool's actor for metrics and logs. */
public interface PoolMonitor extends PoolListener {

  /** An activation has been sent to a container. */
  void containerStart(ContainerStart start);

  /** An activation got a fresh container instead of the one that was prepared for it. */
  void replaced(PreparationLoss loss);

  /** Called before an event. The pool has been in this state since the previous event. */
  default void passed(PoolView pool, long nowMicros) {}

  /** Called at intervals to report the pool's occupancy. */
  void report(PoolView pool);

  /**
   * Called at intervals under OpenWhisk's scheduler, for each state of containers.
   *
   * @param state as OpenWhisk's own pool names it
   */
  default void occupied(String state, int containers, long mb) {}

  /** The pool's own code failed at an event. */
  void failed(Object event, Throwable cause);
}
