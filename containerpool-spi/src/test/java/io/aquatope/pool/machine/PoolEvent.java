/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static java.util.Objects.requireNonNull;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerId;
import org.jspecify.annotations.Nullable;

/** One thing that happens to a pool, so that the same can happen to several pools. */
record PoolEvent(Kind kind, long container, @Nullable Activation activation, long nowMicros) {

  enum Kind {
    SUBMIT,
    HAND_BACK,
    STEM_CELL_READY,
    PREPARED,
    COMPLETED,
    REMOVED,
    REMOVED_BY_ORDER,
    RESCHEDULING,
    TERMINATED,
    WAKE_UP
  }

  /** Whether the container takes no memory any more from now on. */
  boolean isEnd() {
    return switch (kind) {
      case REMOVED, REMOVED_BY_ORDER, RESCHEDULING, TERMINATED -> true;
      case SUBMIT, HAND_BACK, STEM_CELL_READY, PREPARED, COMPLETED, WAKE_UP -> false;
    };
  }

  void happenTo(ContainerPool pool) {
    ContainerId id = new ContainerId(container);
    switch (kind) {
      case SUBMIT -> pool.submit(requireNonNull(activation), nowMicros);
      case HAND_BACK -> pool.handBack(id, requireNonNull(activation), nowMicros);
      case STEM_CELL_READY -> pool.stemCellReady(id, nowMicros);
      case PREPARED -> pool.prepared(id, nowMicros);
      case COMPLETED -> pool.completed(id, nowMicros);
      case REMOVED -> pool.removed(id, true, nowMicros);
      case REMOVED_BY_ORDER -> pool.removed(id, false, nowMicros);
      case RESCHEDULING -> pool.rescheduling(id, nowMicros);
      case TERMINATED -> pool.terminated(id, nowMicros);
      case WAKE_UP -> pool.wakeUp(nowMicros);
    }
  }

  void happenTo(ScanPool pool) {
    switch (kind) {
      case SUBMIT -> pool.submit(requireNonNull(activation), nowMicros);
      case HAND_BACK -> pool.handBack(container, requireNonNull(activation), nowMicros);
      case STEM_CELL_READY -> pool.stemCellReady(container, nowMicros);
      case PREPARED -> throw new IllegalStateException("nothing is prepared under this policy");
      case COMPLETED -> pool.completed(container, nowMicros);
      case REMOVED -> pool.removed(container, true, nowMicros);
      case REMOVED_BY_ORDER -> pool.removed(container, false, nowMicros);
      case RESCHEDULING -> pool.rescheduling(container, nowMicros);
      case TERMINATED -> pool.terminated(container, nowMicros);
      case WAKE_UP -> pool.wakeUp(nowMicros);
    }
  }
}
