/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PreparationBackoff;
import io.aquatope.pool.machine.PooledContainer.Preparation;
import io.aquatope.pool.machine.PooledContainer.State;

/**
 * Losses of containers, and of activations in them. Keeps account of the activations that a
 * container may still hand back, and of the preparations that were in vain.
 */
final class ContainerLosses {

  private final PoolPolicy policy;
  private final PoolListener listener;
  private final PoolState state;
  private final ActivationCredits credits;
  private final PreparationBackoff backoff;

  ContainerLosses(
      PoolPolicy policy,
      PoolListener listener,
      PoolState state,
      ActivationCredits credits,
      PreparationBackoff backoff) {
    this.policy = policy;
    this.listener = listener;
    this.state = state;
    this.credits = credits;
    this.backoff = backoff;
  }

  /** A container hands back an activation, and takes no more of them. */
  void handedBack(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null && container.active > 0) {
      state.take(container);
      container.active--;
      container.state = State.LEAVING;
      state.put(container);
      policy.aborted(container.function(), nowMicros);
    } else {
      credits.handedBack(id);
    }
  }

  /** A prepared container was lost when an activation was to use it, and has been replaced. */
  void replaced(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null) {
      container.preparation = Preparation.NONE;
      backoff.lost(container.function().id(), nowMicros);
    }
  }

  /** A container ends together with the activation that failed in it, if any. */
  void failed(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null) {
      int failed = Math.min(container.active, 1);
      credits.dealtWith(failed);
      lose(container, container.active - failed, nowMicros);
    }
  }

  /**
   * A container ends, and may hand back all of its activations.
   *
   * @return whether the pool had not lost it before
   */
  boolean ended(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container == null) {
      return false;
    }
    lose(container, container.active, nowMicros);
    return true;
  }

  private void lose(PooledContainer container, int mayComeBack, long nowMicros) {
    boolean preparedInVain = container.isPreparedAhead();
    boolean wasBusy = container.active > 0;
    state.remove(container);
    if (wasBusy) {
      policy.aborted(container.function(), nowMicros);
    }
    if (preparedInVain) {
      backoff.lost(container.function().id(), nowMicros);
      policy.preparedLost(container.function(), nowMicros);
      listener.lostPrepared(container.function(), nowMicros);
    }
    credits.ending(container.id, mayComeBack);
    listener.lost(container.id, nowMicros);
  }
}
