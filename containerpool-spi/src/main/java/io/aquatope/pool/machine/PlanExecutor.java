/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PreparationBackoff;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.WarmFloor;
import io.aquatope.pool.machine.PooledContainer.Preparation;
import io.aquatope.pool.machine.PooledContainer.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out what a policy plans, as far as memory and waiting activations allow. */
final class PlanExecutor {

  private final PoolState state;
  private final ContainerDriver driver;
  private final PoolListener listener;
  private final IdleContainers idle;
  private final PreparationBackoff backoff;
  private final WarmFloor floor;
  private boolean backfillDue;

  PlanExecutor(
      PoolState state,
      ContainerDriver driver,
      PoolListener listener,
      IdleContainers idle,
      PreparationBackoff backoff,
      WarmFloor floor) {
    this.state = state;
    this.driver = driver;
    this.listener = listener;
    this.idle = idle;
    this.backoff = backoff;
    this.floor = floor;
  }

  void carryOut(List<PoolAction> actions, long nowMicros) {
    for (PoolAction action : actions) {
      if (action instanceof PoolAction.StartStemCells start) {
        startStemCells(start, nowMicros);
      } else if (action instanceof PoolAction.TopUpStemCells topUp) {
        topUp(topUp, nowMicros);
      } else if (action instanceof PoolAction.ExpireStemCells expire) {
        expireStemCells(expire, nowMicros);
      } else if (action instanceof PoolAction.Prepare prepare) {
        prepare(prepare, nowMicros);
      } else if (action instanceof PoolAction.Release release) {
        release(release, nowMicros);
      } else if (action instanceof PoolAction.Rerank rank) {
        rerank(rank);
      } else {
        throw new IllegalStateException("an action of an unknown kind: " + action);
      }
    }
  }

  /** Marks a backfill as due: the policy is asked for it when no activation waits. */
  void requestBackfill() {
    backfillDue = true;
  }

  /** Whether a backfill is due; clears the mark. */
  boolean takeBackfillDue() {
    boolean due = backfillDue;
    backfillDue = false;
    return due;
  }

  private void startStemCells(PoolAction.StartStemCells start, long nowMicros) {
    for (int i = 0; i < start.count(); i++) {
      if (!hasRoomAhead(start.stemCell().memoryMb())) {
        listener.refused(start, nowMicros);
        return;
      }
      PooledContainer container = state.addStemCell(start.stemCell());
      order(container, () -> driver.startStemCell(container.id, start.stemCell()));
    }
  }

  /**
   * Gives an order for a container. If the order fails, the container is dropped and its memory is
   * free again.
   */
  private void order(PooledContainer container, Runnable order) {
    boolean given = false;
    try {
      order.run();
      given = true;
    } finally {
      if (!given) {
        state.remove(container);
      }
    }
  }

  private void topUp(PoolAction.TopUpStemCells topUp, long nowMicros) {
    int missing = topUp.total() - state.count(topUp.stemCell()).total();
    startStemCells(new PoolAction.StartStemCells(topUp.stemCell(), missing), nowMicros);
  }

  private void prepare(PoolAction.Prepare prepare, long nowMicros) {
    FunctionSpec function = prepare.function();
    PreparationDepth depth = prepare.depth().atMost(function.deepest());
    if (backoff.holds(function.id(), nowMicros)) {
      listener.backedOff(prepare, nowMicros);
      return;
    }
    for (int i = 0; i < prepare.count(); i++) {
      if (depth == PreparationDepth.STEM_CELL || !hasRoomAhead(function.memoryMb())) {
        listener.refused(prepare, nowMicros);
        return;
      }
      if (!driver.canPrepare(function)) {
        listener.impossible(prepare, nowMicros);
        return;
      }
      PooledContainer container = state.add(function, State.PREPARING);
      container.depth = depth;
      container.preparation = Preparation.GOING_ON;
      container.lastUsedMicros = nowMicros;
      order(container, () -> driver.prepare(container.id, function, depth));
      idle.rank(container, Double.POSITIVE_INFINITY);
    }
  }

  private boolean hasRoomAhead(int mb) {
    if (state.isDisabled()) {
      return false;
    }
    if (!state.buffer.isEmpty()) {
      requestBackfill();
      return false;
    }
    return state.fits(mb);
  }

  private void expireStemCells(PoolAction.ExpireStemCells expire, long nowMicros) {
    StemCells cells = state.find(expire.stemCell());
    for (int i = 0; cells != null && i < expire.limit(); i++) {
      PooledContainer oldest = cells.ready.oldest();
      if (oldest == null || oldest.lastUsedMicros > expire.readyByMicros()) {
        return;
      }
      expire(oldest, nowMicros);
    }
  }

  private void release(PoolAction.Release release, long nowMicros) {
    FunctionContainers containers = state.find(release.function().id());
    for (int i = 0; containers != null && i < release.count(); i++) {
      PooledContainer oldest = oldestIdle(containers);
      if (oldest == null || kept(oldest, nowMicros) > 0) {
        return;
      }
      release(oldest, nowMicros);
    }
  }

  private void rerank(PoolAction.Rerank rank) {
    FunctionContainers containers = state.find(rank.function().id());
    if (containers != null) {
      idle.rerank(containers, rank.ranks());
    }
  }

  private static @Nullable PooledContainer oldestIdle(FunctionContainers containers) {
    PooledContainer warm = containers.warm.oldest();
    while (warm != null && warm.active > 0) {
      warm = warm.next;
    }
    return warm != null ? warm : containers.prepared.oldest();
  }

  /** Lets the containers go whose keep-alive has ended. */
  void releaseExpired(long nowMicros) {
    PooledContainer expired = idle.takeExpired(nowMicros);
    while (expired != null) {
      letGo(expired, nowMicros);
      expired = idle.takeExpired(nowMicros);
    }
  }

  /** Releases an idle container whose keep-alive has ended, unless the floor keeps it. */
  void letGo(PooledContainer container, long nowMicros) {
    long kept = kept(container, nowMicros);
    if (kept > 0) {
      idle.keep(container, kept, nowMicros);
    } else {
      release(container, nowMicros);
    }
  }

  private long kept(PooledContainer container, long nowMicros) {
    return floor.keptMicros(container, container.idleSinceMicros, nowMicros);
  }

  void release(PooledContainer container, long nowMicros) {
    listener.release(container.id, container, nowMicros);
    remove(container);
  }

  void expire(PooledContainer stemCell, long nowMicros) {
    listener.expired(stemCell.id, stemCell.stemCell, nowMicros);
    remove(stemCell);
  }

  void remove(PooledContainer container) {
    state.remove(container);
    driver.remove(container.id);
  }
}
