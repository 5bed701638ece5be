/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import static java.util.Objects.requireNonNull;

import io.aquatope.pool.PooledContainer.State;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A container pool as a pure state machine, with the semantics of OpenWhisk's.
 *
 * <p>An activation is given to the first of: a warm container of its function with free capacity; a
 * container prepared for it; one that an earlier activation is starting and that can be shared; a
 * stem cell of its kind and memory; one that is being prepared for it; a new container, if memory
 * allows; a new container in the place of idle ones, which go in the order of the policy's rank.
 * Otherwise it waits in one FIFO buffer, whose head is tried again whenever something frees.
 *
 * <p>Events come in as calls with a time in microseconds that never goes back; orders go out
 * through {@link ContainerDriver}. Same events, same orders. Not thread-safe: one thread, or one
 * actor, drives a pool. Events cost O(1) amortised in the number of containers and functions;
 * removing an idle container costs O(log n) of the idle ones.
 *
 * <p>Memory counts from the order to start a container until it is ordered to be removed or reports
 * its end, and never exceeds the limit.
 */
public final class ContainerPool {

  private final PoolPolicy policy;
  private final ContainerDriver driver;
  private final PoolListener listener;
  private final PoolState state;
  private final Credits credits;
  private final PlanExecutor planned;
  private final IdleQueue evictable = new IdleQueue();
  private final IdleQueue expiring = new IdleQueue();

  /** Activations of containers that announced their end; they fail there or come back. */
  private final Map<ContainerId, Integer> unaccounted = new HashMap<>();

  private long nextPlanMicros = PoolPolicy.NEVER;

  /**
   * @param memoryMb what all containers together may take, in MB
   */
  public ContainerPool(
      long memoryMb, PoolPolicy policy, ContainerDriver driver, PoolListener listener) {
    this.policy = policy;
    this.driver = driver;
    this.listener = listener;
    this.state = new PoolState(memoryMb);
    this.credits = new Credits(driver);
    this.planned = new PlanExecutor(state, driver, listener);
  }

  /** The pool as policies and metrics see it. */
  public PoolView view() {
    return state;
  }

  /** Event: the pool begins; the policy may start containers ahead. */
  public void start(long nowMicros) {
    planned.carryOut(policy.initially(state, nowMicros), nowMicros);
    nextPlanMicros = policy.nextPlanMicros(nowMicros);
  }

  /** When {@link #wakeUp} is due next, or {@link PoolPolicy#NEVER}. Any event may change it. */
  public long nextWakeUpMicros() {
    double expiry = expiring.headKey();
    return expiry < (double) nextPlanMicros ? (long) expiry : nextPlanMicros;
  }

  /** Event: the time of {@link #nextWakeUpMicros} has come. */
  public void wakeUp(long nowMicros) {
    while (expiring.headKey() <= (double) nowMicros) {
      planned.letGo(requireNonNull(expiring.head()), nowMicros);
    }
    if (nextPlanMicros <= nowMicros) {
      planned.carryOut(policy.plan(state, nowMicros), nowMicros);
      nextPlanMicros = policy.nextPlanMicros(nowMicros);
    }
    settle(nowMicros);
  }

  /** Event: a new activation. */
  public void submit(Activation activation, long nowMicros) {
    policy.arrived(activation.function(), nowMicros);
    if (state.buffered() > 0 || !place(activation, nowMicros)) {
      state.bufferLast(activation);
      listener.buffered(activation, nowMicros);
    }
  }

  /**
   * Event: a container could not process an activation and returned it. It was taken before all
   * that wait now, so it goes first.
   */
  public void handBack(ContainerId id, Activation activation, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null && container.active > 0) {
      state.take(container);
      container.active--;
      container.state = State.LEAVING;
      state.put(container);
    } else if (unaccounted.containsKey(id)) {
      unaccounted.computeIfPresent(id, (key, count) -> count > 1 ? count - 1 : null);
    } else {
      credits.takeBack();
    }
    state.bufferFirst(activation);
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
    if (container != null && container.state == State.PREPARING) {
      state.take(container);
      container.state = State.PREPARED;
      container.lastUsedMicros = nowMicros;
      state.put(container);
      becameIdle(container, nowMicros);
    }
  }

  /** Event: an activation has ended in a container that can take another. */
  public void completed(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container == null || container.active == 0) {
      return;
    }
    state.take(container);
    container.active--;
    if (container.state != State.LEAVING) {
      container.state = State.WARM;
    }
    state.put(container);
    credits.add(1);
    policy.completed(container.function(), nowMicros);
    if (container.isIdle()) {
      becameIdle(container, nowMicros);
    } else {
      settle(nowMicros);
    }
  }

  /**
   * Event: a container ends, and with it the activation that it failed at, if it had one. Others
   * that it had may still be {@linkplain #handBack handed back} until it has {@linkplain
   * #terminated terminated}.
   *
   * @param replace whether stem cells should be checked
   */
  public void removed(ContainerId id, boolean replace, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null) {
      int failed = Math.min(container.active, 1);
      lose(container, container.active - failed, nowMicros);
      credits.add(failed);
    }
    settle(nowMicros);
    if (replace) {
      planned.carryOut(policy.backfill(state, nowMicros), nowMicros);
    }
  }

  /** Event: a container ends and will hand back what it was given and has not processed. */
  public void rescheduling(ContainerId id, long nowMicros) {
    PooledContainer container = state.find(id);
    if (container != null) {
      lose(container, container.active, nowMicros);
      settle(nowMicros);
    }
  }

  /** Event: a container has gone for good; what it has not handed back has failed there. */
  public void terminated(ContainerId id, long nowMicros) {
    removed(id, state.find(id) != null, nowMicros);
    Integer failed = unaccounted.remove(id);
    if (failed != null) {
      credits.add(failed);
      settle(nowMicros);
    }
  }

  private void lose(PooledContainer container, int unaccountedFor, long nowMicros) {
    state.remove(container);
    if (unaccountedFor > 0) {
      unaccounted.put(container.id, unaccountedFor);
    }
    listener.lost(container.id, nowMicros);
  }

  /** Lets waiting activations have what has become free, then asks how long the rest is kept. */
  private void becameIdle(PooledContainer container, long nowMicros) {
    int idlePeriod = container.idlePeriod;
    evictable.add(policy.evictionRank(container, nowMicros), container);
    settle(nowMicros);
    if (!container.isIdle() || container.idlePeriod != idlePeriod) {
      return;
    }
    long keepAlive = policy.keepAliveMicros(container, nowMicros);
    if (keepAlive <= 0) {
      planned.letGo(container, nowMicros);
    } else if (keepAlive < PoolPolicy.NEVER - nowMicros) {
      expiring.add((double) (nowMicros + keepAlive), container);
    }
    evictable.sweep(state.idleContainers());
    expiring.sweep(state.idleContainers());
  }

  /** Places what waits as far as it can be placed; asks for more when nothing waits. */
  private void settle(long nowMicros) {
    Activation head = state.bufferHead();
    while (head != null && place(head, nowMicros)) {
      state.unbufferHead();
      head = state.bufferHead();
    }
    if (head == null) {
      credits.pay();
      if (planned.takePostponed()) {
        planned.carryOut(policy.backfill(state, nowMicros), nowMicros);
      }
    }
  }

  private boolean place(Activation activation, long nowMicros) {
    FunctionSpec function = activation.function();
    FunctionContainers own = state.find(function.id());
    PooledContainer container;
    if (own != null && (container = own.warm.newest()) != null) {
      give(container, activation, StartKind.WARM, nowMicros);
    } else if (own != null && (container = own.prepared.newest()) != null) {
      give(container, activation, StartKind.PREPARED, nowMicros);
    } else if (own != null && (container = own.warming.oldest()) != null) {
      give(container, activation, StartKind.WARMING, nowMicros);
    } else if (own != null && (container = own.warmingCold.oldest()) != null) {
      give(container, activation, StartKind.WARMING_COLD, nowMicros);
    } else if ((container = readyStemCell(function.stemCell())) != null) {
      give(container, activation, StartKind.STEM_CELL, nowMicros);
      planned.carryOut(policy.stemCellTaken(function.stemCell(), state, nowMicros), nowMicros);
    } else if (own != null && (container = own.preparing.oldest()) != null) {
      give(container, activation, StartKind.PREPARING, nowMicros);
    } else if (state.fits(function.memoryMb())) {
      create(activation, StartKind.COLD, nowMicros);
    } else if (makeRoom(function.memoryMb(), nowMicros)) {
      create(activation, StartKind.RECREATED, nowMicros);
    } else {
      return false;
    }
    return true;
  }

  private @Nullable PooledContainer readyStemCell(StemCell stemCell) {
    StemCells cells = state.find(stemCell);
    return cells == null ? null : cells.ready.oldest();
  }

  private void create(Activation activation, StartKind start, long nowMicros) {
    give(state.add(activation.function(), State.WARMING_COLD), activation, start, nowMicros);
  }

  private void give(
      PooledContainer container, Activation activation, StartKind start, long nowMicros) {
    state.take(container);
    if (container.isStemCell()) {
      container.assign(activation.function());
    }
    if (container.state != State.WARM && container.state != State.WARMING_COLD) {
      container.state = State.WARMING;
    }
    container.active++;
    container.lastUsedMicros = nowMicros;
    state.put(container);
    policy.started(activation.function(), start, nowMicros);
    listener.started(container.id, activation, start, nowMicros);
    driver.run(container.id, activation, start);
  }

  /**
   * Evicts idle containers until there is room. Stem cells stay, unless nothing runs whose end
   * could make room: then waiting would be for ever.
   */
  private boolean makeRoom(int mb, long nowMicros) {
    boolean withStemCells = state.busyContainers() == 0;
    long possible = state.idleMb() + (withStemCells ? state.readyStemCellMb() : 0);
    if (state.usedMb() - possible + mb > state.memoryMb()) {
      return false;
    }
    while (!state.fits(mb)) {
      PooledContainer victim = evictable.head();
      if (victim != null) {
        listener.evicted(victim.id, victim, nowMicros);
        planned.remove(victim);
      } else {
        planned.expire(requireNonNull(state.anyStemCell()), nowMicros);
      }
    }
    return true;
  }
}
