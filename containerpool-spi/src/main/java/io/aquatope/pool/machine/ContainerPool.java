/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationBackoff;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.WarmFloor;
import io.aquatope.pool.machine.PooledContainer.Preparation;
import io.aquatope.pool.machine.PooledContainer.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container pool as a pure state machine, with the semantics of OpenWhisk's.
 *
 * <p>An activation gets the first available of: a warm container of its function with free
 * capacity; a container prepared for the function; a shareable container that an earlier activation
 * is starting; a stem cell of its kind and memory; a container that is being prepared for the
 * function; a new container, if memory allows; a new container after the eviction of others, idle
 * or still being prepared, in the order of the policy's rank. Otherwise the activation waits in one
 * FIFO buffer. The pool tries the head of the buffer again whenever memory or capacity becomes
 * free.
 *
 * <p>Events are calls with a time in microseconds that never goes back. Orders go out through
 * {@link ContainerDriver}. The same events give the same orders. Not thread-safe: one thread, or
 * one actor, drives a pool. Events cost O(1) amortised in the number of containers and functions;
 * removing an idle container costs O(log n) of the idle ones.
 *
 * <p>A container's memory counts from the order to start the container until it is ordered to be
 * removed or reports its end. Its CPU counts while it is busy. Neither sum exceeds its limit.
 *
 * <p>Under OpenWhisk's scheduler, containers fetch their activations by themselves. A pool is then
 * given leases in place of activations: {@link #offer} binds a container to a function until {@link
 * #completed}, {@link #unused} or the container's end. A lease is like an activation otherwise, but
 * it is placed at once or refused. It takes a whole container, so its function has a concurrency of
 * 1.
 */
public final class ContainerPool {

  private final PoolPolicy policy;
  private final PoolListener listener;
  private final PoolState state;
  private final ActivationCredits credits;
  private final PreparationBackoff backoff;
  private final ContainerLosses losses;
  private final IdleContainers idle = new IdleContainers();
  private final PlanExecutor planned;
  private final Placer placer;
  private final PlanSchedule schedule;
  private final ContainerLeases leases;

  /**
   * A pool that keeps no container longer than its policy wants.
   *
   * @param memoryMb memory limit of all containers together, in MB
   */
  public ContainerPool(
      long memoryMb,
      CpuSlots cpu,
      PoolPolicy policy,
      ContainerDriver driver,
      PoolListener listener) {
    this(memoryMb, cpu, policy, driver, listener, WarmFloor.NONE);
  }

  /**
   * @param memoryMb memory limit of all containers together, in MB
   * @param floor containers that stay although the policy would let them go
   */
  public ContainerPool(
      long memoryMb,
      CpuSlots cpu,
      PoolPolicy policy,
      ContainerDriver driver,
      PoolListener listener,
      WarmFloor floor) {
    this.policy = policy;
    this.listener = listener;
    this.state = new PoolState(memoryMb, cpu, policy);
    this.credits = new ActivationCredits(driver);
    this.backoff = new PreparationBackoff(listener::backoffForgotten);
    this.losses = new ContainerLosses(policy, listener, state, credits, backoff);
    this.planned = new PlanExecutor(state, driver, listener, idle, backoff, floor);
    this.schedule = new PlanSchedule(policy);
    this.placer = new Placer(policy, driver, listener, state, idle, planned);
    this.leases = new ContainerLeases(policy, driver, state, placer, losses);
    policy.attached(state);
  }

  /** The pool as policies and metrics see it. */
  public PoolView view() {
    return state;
  }

  /**
   * Compares the pool's sums with its containers, one by one.
   *
   * @throws IllegalStateException naming the sum that differs
   */
  public void checkConsistent() {
    new PoolConsistency(state).check();
  }

  /** Event: the pool starts. The policy may start containers ahead of calls. */
  public void start(long nowMicros) {
    planned.carryOut(policy.initially(nowMicros), nowMicros);
    schedule.planned(nowMicros);
  }

  /**
   * The time at which {@link #wakeUp} is due next, or {@link PoolPolicy#NEVER}. Any event may
   * change it.
   */
  public long nextWakeUpMicros() {
    double expiry = idle.nextExpiryMicros();
    long plan = schedule.nextMicros();
    return expiry < (double) plan ? (long) expiry : plan;
  }

  /** Event: the time of {@link #nextWakeUpMicros} has come. */
  public void wakeUp(long nowMicros) {
    planned.releaseExpired(nowMicros);
    if (schedule.isDue(nowMicros)) {
      try {
        planned.carryOut(policy.plan(nowMicros), nowMicros);
      } finally {
        schedule.planned(nowMicros);
      }
    }
    settle(nowMicros);
  }

  /**
   * Event: a new activation.
   *
   * @throws IllegalArgumentException if the function needs more memory than the pool may use: the
   *     activation would wait for ever, and block all activations behind it
   */
  public void submit(Activation activation, long nowMicros) {
    state.checkCanFit(activation.function());
    policy.arrived(activation, nowMicros);
    StartKind start = state.buffer.isEmpty() ? placer.place(activation, nowMicros) : null;
    if (start == null) {
      state.buffer.add(activation);
      listener.buffered(activation, nowMicros);
    }
    List<PoolAction> followUp = policy.followUp(activation, start, nowMicros);
    if (!followUp.isEmpty()) {
      planned.carryOut(followUp, nowMicros);
      settle(nowMicros);
    }
  }

  /**
   * Event: a lease is offered.
   *
   * @return the kind of its start; null if the lease is refused, and the pool remembers nothing
   */
  public @Nullable StartKind offer(Activation lease, long nowMicros) {
    StartKind start = leases.begin(lease, nowMicros);
    settle(nowMicros);
    return start;
  }

  /**
   * Event: a container was lost before its lease began, so the lease needs another one. The lost
   * container may end later: {@link #removed} and {@link #terminated} then find nothing.
   *
   * @return as {@link #offer}
   */
  public @Nullable StartKind offerAgain(ContainerId lost, Activation lease, long nowMicros) {
    losses.failed(lost, nowMicros);
    StartKind start = leases.beginAgain(lease, nowMicros);
    settle(nowMicros);
    return start;
  }

  /**
   * Event: the lease of a container has ended before the container fetched an activation. A warm
   * container is idle again. Any other is prepared for its function again, and initialised only if
   * it was so before. The pool may order its removal at once.
   */
  public void unused(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container == null || container.active == 0) {
      return;
    }
    state.take(container);
    container.endUnused();
    state.put(container);
    credits.dealtWith(1);
    policy.aborted(container.function(), nowMicros);
    if (container.isIdle() || container.retired) {
      becameIdle(container, nowMicros);
    } else {
      idle.rank(container, Double.POSITIVE_INFINITY);
      settle(nowMicros);
    }
  }

  /**
   * Event: a container is not to be used again. It is removed now, or as soon as it runs nothing.
   *
   * @return whether its removal has been ordered, or the pool does not know it
   */
  public boolean retire(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container == null) {
      return true;
    }
    container.retired = true;
    if (container.active > 0) {
      return false;
    }
    planned.remove(container);
    settle(nowMicros);
    return true;
  }

  /** Event: from now on all leases are refused, and nothing is started ahead of calls. */
  public void disable() {
    state.setDisabled(true);
  }

  /** Event: the opposite of {@link #disable}. Stem cells that are missing are started. */
  public void enable(long nowMicros) {
    state.setDisabled(false);
    planned.requestBackfill();
    settle(nowMicros);
  }

  /**
   * Event: a container under a lease has fetched an activation. The policy may prepare what
   * follows.
   *
   * @param start the kind of its lease's start for the first activation, else {@link
   *     StartKind#WARM}
   */
  public void fetched(ContainerId id, Activation activation, StartKind start, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null) {
      container.lastUsedMicros = nowMicros;
    }
    policy.fetched(activation, nowMicros);
    List<PoolAction> followUp = policy.followUp(activation, start, nowMicros);
    if (!followUp.isEmpty()) {
      planned.carryOut(followUp, nowMicros);
      settle(nowMicros);
    }
  }

  /** Event: a {@linkplain #fetched fetched} activation has ended. */
  public void ended(Activation activation, long nowMicros) {
    policy.ended(activation, nowMicros);
  }

  /**
   * Event: a container could not process an activation and returned it. The pool took it before all
   * activations that have waited since, so it goes before them.
   */
  public void handBack(ContainerId id, Activation activation, long nowMicros) {
    losses.handedBack(id, nowMicros);
    state.buffer.addHandedBack(activation);
    settle(nowMicros);
  }

  /** Event: a stem cell has started. */
  public void stemCellReady(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null && container.state == State.STEM_CELL_STARTING) {
      state.take(container);
      container.state = State.STEM_CELL;
      container.lastUsedMicros = nowMicros;
      state.put(container);
      settle(nowMicros);
    }
  }

  /** Event: a container has been prepared for its function. */
  public void prepared(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null && container.preparation == Preparation.GOING_ON) {
      container.preparation = Preparation.DONE;
      listener.prepared(container.function(), container.depth, nowMicros);
    }
    if (container != null && container.state == State.PREPARING) {
      state.take(container);
      container.state = State.PREPARED;
      container.lastUsedMicros = nowMicros;
      state.put(container);
      becameIdle(container, nowMicros);
    }
  }

  /**
   * Event: a prepared container was lost when an activation was to use it, and a new container was
   * started for that activation.
   */
  public void replaced(ContainerId id, long nowMicros) {
    losses.replaced(id, nowMicros);
  }

  /** Event: the duration of a start has become known; see {@link PoolPolicy#startTook}. */
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    policy.startTook(function, start, delayMicros, nowMicros);
  }

  /** Event: an activation has ended in a container that can take another. */
  public void completed(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container == null || container.active == 0) {
      return;
    }
    state.take(container);
    Activation ended = container.end();
    if (container.state != State.LEAVING) {
      container.state = State.WARM;
    }
    state.put(container);
    if (container.preparation != Preparation.NONE) {
      container.preparation = Preparation.NONE;
      backoff.worked(container.function().id());
    }
    credits.dealtWith(1);
    if (ended != null) {
      policy.ended(ended, nowMicros);
    }
    policy.completed(container.function(), nowMicros);
    if (container.isIdle()) {
      becameIdle(container, nowMicros);
    } else {
      settle(nowMicros);
    }
  }

  /**
   * Event: a container ends, together with the activation that failed in it, if any. Its other
   * activations may still be {@linkplain #handBack handed back} until it has {@linkplain
   * #terminated terminated}.
   *
   * @param replace whether stem cells should be checked
   */
  public void removed(ContainerId id, boolean replace, long nowMicros) {
    losses.failed(id, nowMicros);
    if (replace) {
      planned.requestBackfill();
    }
    settle(nowMicros);
  }

  /** Event: a container ends and will hand back the activations that it has not processed. */
  public void rescheduling(ContainerId id, long nowMicros) {
    if (losses.ended(id, nowMicros)) {
      settle(nowMicros);
    }
  }

  /** Event: a container has gone. The activations that it has not handed back have failed in it. */
  public void terminated(ContainerId id, long nowMicros) {
    if (losses.ended(id, nowMicros)) {
      planned.requestBackfill();
    }
    credits.gone(id);
    settle(nowMicros);
  }

  /**
   * Gives free capacity to waiting activations, then asks the policy for the keep-alive of the
   * rest.
   */
  private void becameIdle(PooledContainer container, long nowMicros) {
    if (container.retired) {
      planned.release(container, nowMicros);
      settle(nowMicros);
      return;
    }
    container.idleSinceMicros = nowMicros;
    policy.becameIdle(container, nowMicros);
    idle.rank(container, policy.evictionRank(container, nowMicros));
    settle(nowMicros);
    if (container.isIdle()) {
      long keepAlive = policy.keepAliveMicros(container, nowMicros);
      if (keepAlive <= 0 || state.isOversized(container, nowMicros)) {
        planned.letGo(container, nowMicros);
      } else {
        idle.keep(container, keepAlive, nowMicros);
      }
    }
  }

  /** Places waiting activations as far as possible, and requests more when none waits. */
  private void settle(long nowMicros) {
    if (!placer.placeWaiting(nowMicros)) {
      return;
    }
    credits.pay();
    if (planned.takeBackfillDue()) {
      planned.carryOut(policy.backfill(nowMicros), nowMicros);
    }
  }
}
