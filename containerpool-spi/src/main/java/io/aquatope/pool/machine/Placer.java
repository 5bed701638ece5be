/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static java.util.Objects.requireNonNull;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.machine.PooledContainer.State;
import org.jspecify.annotations.Nullable;

/**
 * Finds a container for an activation and starts the activation in it. The container exists
 * already, is new, or is new after an eviction.
 */
final class Placer {

  private final PoolPolicy policy;
  private final ContainerDriver driver;
  private final PoolListener listener;
  private final PoolState state;
  private final IdleContainers idle;
  private final PlanExecutor planned;

  /**
   * @param planned orders the policy's replacements once a stem cell has been taken
   */
  Placer(
      PoolPolicy policy,
      ContainerDriver driver,
      PoolListener listener,
      PoolState state,
      IdleContainers idle,
      PlanExecutor planned) {
    this.policy = policy;
    this.driver = driver;
    this.listener = listener;
    this.state = state;
    this.idle = idle;
    this.planned = planned;
  }

  /** Places an activation; returns the kind of its start, or null if it has to wait. */
  @Nullable StartKind place(Activation activation, long nowMicros) {
    Placement placement = claim(activation.function(), nowMicros);
    if (placement == null) {
      return null;
    }
    give(placement, activation, nowMicros);
    return placement.start();
  }

  /** Whether {@link #place} would find a container. */
  boolean canPlace(FunctionSpec function, long nowMicros) {
    PooledContainer ready = state.nearestToReady(function, nowMicros);
    return state.fitsCpu(function, ready)
        && (ready != null
            || state.fits(function.memoryMb())
            || state.fitsByEviction(function.memoryMb()));
  }

  /**
   * Places waiting activations in their order, as far as possible.
   *
   * @return whether none waits any more
   */
  boolean placeWaiting(long nowMicros) {
    Activation head = state.buffer.head();
    while (head != null) {
      Placement placement = claim(head.function(), nowMicros);
      if (placement == null) {
        return false;
      }
      state.buffer.removeHead();
      give(placement, head, nowMicros);
      head = state.buffer.head();
    }
    return true;
  }

  /**
   * Claims a container in which an activation of a function can start now: one that exists, or a
   * new one, for which others that run nothing are evicted if need be. Null if the activation has
   * to wait.
   */
  @Nullable Placement claim(FunctionSpec function, long nowMicros) {
    PooledContainer ready = state.nearestToReady(function, nowMicros);
    if (!state.fitsCpu(function, ready)) {
      return null;
    } else if (ready != null) {
      return new Placement(ready, ready.startKind());
    } else if (state.fits(function.memoryMb())) {
      return new Placement(state.add(function, State.WARMING_COLD), StartKind.COLD);
    } else if (makeRoom(function.memoryMb(), nowMicros)) {
      return new Placement(state.add(function, State.WARMING_COLD), StartKind.RECREATED);
    } else {
      return null;
    }
  }

  /**
   * Evicts idle containers and those in preparation, and then stem cells, until there is room.
   * Evicts none if that cannot make enough room.
   */
  private boolean makeRoom(int mb, long nowMicros) {
    if (!state.fitsByEviction(mb)) {
      return false;
    }
    while (!state.fits(mb)) {
      PooledContainer victim = idle.leastRanked();
      if (victim != null) {
        policy.evicted(victim, nowMicros);
        listener.evicted(victim.id, victim, nowMicros);
        planned.remove(victim);
      } else {
        planned.expire(requireNonNull(state.oldestStemCell()), nowMicros);
      }
    }
    return true;
  }

  /** Starts an activation at a placement. */
  void give(Placement placement, Activation activation, long nowMicros) {
    PooledContainer container = placement.container();
    FunctionSpec function = activation.function();
    state.take(container);
    if (container.isStemCell()) {
      state.assign(container, function);
    }
    container.begin(activation, state.cpuNeedOf(function), nowMicros);
    state.put(container);
    state.noteBusy(nowMicros);
    policy.started(function, placement.start(), nowMicros);
    // The order comes first, so that no listener can come between an activation and its container.
    driver.run(container.id, activation, placement.start());
    listener.started(container.id, activation, placement.start(), nowMicros);
    if (placement.start() == StartKind.STEM_CELL) {
      planned.carryOut(policy.stemCellTaken(container.stemCell, nowMicros), nowMicros);
    }
  }
}
