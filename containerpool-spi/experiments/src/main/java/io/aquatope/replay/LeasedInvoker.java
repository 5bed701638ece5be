/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static java.util.Objects.requireNonNull;

import io.aquatope.cluster.ClusterKey;
import io.aquatope.cluster.ClusterKey.ContainerKey;
import io.aquatope.cluster.ClusterKey.ContainerUse;
import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.replay.EventQueue.Kind;
import io.aquatope.trace.TraceFunction;
import java.util.HashMap;
import java.util.Map;

/**
 * One invoker under the scheduler in virtual time. It is given leases, and announces its ready
 * containers.
 */
final class LeasedInvoker implements ContainerDriver {

  private final int index;
  private final ReplayWorkload workload;
  private final ReplayFunctions functions;
  private final ReplayConfig config;
  private final EventQueue queue;
  private final Ledger ledger;
  private final ReplayKeys keys;
  private final CpuSlots cpu;
  private final ContainerPool pool;
  private final PoolView view;
  private final Map<ContainerId, ReplayContainer> leased = new HashMap<>();

  /** The functions of containers that are being prepared, or have a key as they are ready. */
  private final Map<ContainerId, FunctionId> owners = new HashMap<>();

  private final Map<ContainerId, Long> readyMicros = new HashMap<>();
  private long nowMicros;
  private long wakeUpMicros = PoolPolicy.NEVER;
  private long usedMb;
  private long idleMb;
  private long aheadMb;

  /** Memory of containers under a lease that have nothing to run. */
  private long waitingMb;

  private long busyMb = -1;
  private long busyMilliCores;

  LeasedInvoker(
      int index,
      ReplayWorkload workload,
      ReplayFunctions functions,
      ReplayConfig config,
      EventQueue queue,
      Ledger ledger,
      ReplayKeys keys,
      PoolPolicy policy) {
    this.index = index;
    this.workload = workload;
    this.functions = functions;
    this.config = config;
    this.queue = queue;
    this.ledger = ledger;
    this.keys = keys;
    cpu = config.cpu().slots(config.memoryMb());
    pool = new ContainerPool(config.memoryMb(), cpu, policy, this, ledger);
    view = pool.view();
  }

  void begin() {
    pool.start(nowMicros);
    settle();
  }

  /** The memory that the scheduler takes for free: all that no lease has. */
  long freeMb() {
    return config.memoryMb() - view.busyMb();
  }

  /** Offers a lease; returns whether it is placed. */
  boolean offer(ReplayLease lease, long micros) {
    nowMicros = micros;
    StartKind start = pool.offer(lease, micros);
    settle();
    return start != null;
  }

  /** The container of a lease has become ready to fetch activations. */
  ReplayContainer ready(long container, long micros) {
    nowMicros = micros;
    ReplayContainer ready = requireNonNull(leased.get(new ContainerId(container)));
    if (ready.start != StartKind.WARM) {
      pool.startTook(ready.lease.function(), ready.start, micros - ready.beganMicros, micros);
    }
    waitingMb += ready.memoryMb();
    keys.put(key(ContainerUse.RUNNING, ready.id, ready.lease.function().id()));
    settle();
    return ready;
  }

  ReplayContainer find(long container) {
    return requireNonNull(leased.get(new ContainerId(container)));
  }

  /** Whether a container is under a lease and has had nothing to run since a time. */
  boolean isUnusedSince(long container, long sinceMicros) {
    ReplayContainer found = leased.get(new ContainerId(container));
    return found != null && found.running == 0 && found.idleSinceMicros == sinceMicros;
  }

  /** A container fetches an activation. */
  void fetch(ReplayContainer container, ReplayActivation activation, long micros) {
    nowMicros = micros;
    StartKind start = container.nextStart();
    long ends = micros + workload.runMicros(activation.number());
    if (container.fetched > 0) {
      charge(container);
    }
    container.fetched++;
    if (container.running++ == 0) {
      waitingMb -= container.memoryMb();
    }
    ledger.started(activation, start, activation.arrivedMicros(), micros);
    workload.started(activation.number(), start, activation.arrivedMicros(), micros);
    ledger.cpu.runs(cpu.needOf(activation.function()), micros, ends);
    pool.fetched(container.id, activation, start, micros);
    queue.add(ends, Kind.ENDED, index, container.id.number(), activation.number());
    settle();
  }

  /** An activation has ended. */
  void ended(ReplayContainer container, ReplayActivation activation, long micros) {
    nowMicros = micros;
    if (--container.running == 0) {
      waitingMb += container.memoryMb();
    }
    ledger.unused.ended(index, container.id.number(), micros);
    pool.ended(activation, micros);
    settle();
  }

  /** Nothing has come for a container for the grace: its lease ends. */
  void pause(ReplayContainer container, long micros) {
    nowMicros = micros;
    FunctionId function = container.lease.function().id();
    leased.remove(container.id);
    waitingMb -= container.memoryMb();
    owners.put(container.id, function);
    keys.delete(key(ContainerUse.RUNNING, container.id, function));
    keys.put(key(ContainerUse.READY, container.id, function));
    if (container.fetched == 0) {
      ledger.unused.ended(index, container.id.number(), micros);
      pool.unused(container.id, micros);
    } else {
      pool.completed(container.id, micros);
    }
    settle();
  }

  /** Handles an event from the queue that concerns this invoker's pool alone. */
  void happened(Kind kind, long container, long micros) {
    nowMicros = micros;
    ContainerId id = new ContainerId(container);
    switch (kind) {
      case STEM_CELL_READY -> pool.stemCellReady(id, micros);
      case PREPARED -> {
        FunctionId owner = owners.get(id);
        if (owner != null) {
          keys.put(key(ContainerUse.READY, id, owner));
        }
        pool.prepared(id, micros);
      }
      case WAKE_UP -> wakeUp(micros);
      case ENDED, LEASED, ARRIVED, GRACE_OVER, RETRY ->
          throw new IllegalArgumentException(kind + " is no event of the pool");
    }
    settle();
  }

  void checkConsistent() {
    pool.checkConsistent();
  }

  private void wakeUp(long micros) {
    if (micros != wakeUpMicros) {
      return; // An earlier event came in between, and has scheduled the next one.
    }
    wakeUpMicros = PoolPolicy.NEVER;
    if (pool.nextWakeUpMicros() <= micros) {
      pool.wakeUp(micros);
    }
  }

  private ClusterKey key(ContainerUse use, ContainerId id, FunctionId function) {
    return new ContainerKey(use, function, index, Long.toString(id.number()));
  }

  /** Reports the changes, and schedules the wake-up that the pool wants. */
  private void settle() {
    long used = view.usedMb();
    long idle = view.idleMb() + waitingMb;
    long ahead = view.stemCellMb() + view.preparingMb();
    ledger.memory.change(used - usedMb, idle - idleMb, ahead - aheadMb);
    ledger.cpu.change(view.busyMilliCores() - busyMilliCores);
    busyMilliCores = view.busyMilliCores();
    usedMb = used;
    idleMb = idle;
    aheadMb = ahead;
    if (busyMb != view.busyMb()) {
      busyMb = view.busyMb();
      keys.putInvoker(index, freeMb(), busyMb);
    }
    long wanted = pool.nextWakeUpMicros();
    if (wanted < wakeUpMicros) {
      wakeUpMicros = wanted;
      queue.add(wanted, Kind.WAKE_UP, index, 0, 0);
    }
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    ledger.unused.stemCell(index, container.number(), stemCell.memoryMb(), nowMicros);
    queue.add(
        nowMicros + config.coldStart().stemCellMicros(),
        Kind.STEM_CELL_READY,
        index,
        container.number(),
        0);
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    TraceFunction prepared = functions.get(function.id());
    long ready =
        nowMicros
            + (depth == PreparationDepth.CREATED
                ? config.coldStart().createMicros(prepared)
                : config.coldStart().prepareMicros(prepared));
    readyMicros.put(container, ready);
    owners.put(container, function.id());
    workload.preparing(prepared, ready - nowMicros);
    ledger.unused.prepare(
        index, container.number(), functions.index(function.id()), function.memoryMb(), nowMicros);
    queue.add(ready, Kind.PREPARED, index, container.number(), 0);
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    ReplayLease lease = (ReplayLease) activation;
    TraceFunction function = functions.get(lease.functionIndex());
    if (start.isCold()) {
      readyMicros.put(
          container,
          nowMicros
              + config.coldStart().newContainerMicros(function, config.seed(), lease.number()));
    } else if (start == StartKind.STEM_CELL || start == StartKind.CREATED) {
      readyMicros.put(
          container,
          nowMicros + config.coldStart().initMicros(function, config.seed(), lease.number()));
    }
    if (owners.remove(container) != null) {
      keys.delete(key(ContainerUse.READY, container, lease.function().id()));
    }
    ReplayContainer bound = new ReplayContainer(index, container, lease, start, nowMicros);
    leased.put(container, bound);
    charge(bound);
    long ready = Math.max(nowMicros, readyMicros.getOrDefault(container, nowMicros));
    queue.add(ready, Kind.LEASED, index, container.number(), 0);
  }

  private void charge(ReplayContainer container) {
    ledger.unused.run(
        index,
        container.id.number(),
        container.lease.functionIndex(),
        container.lease.function().memoryMb(),
        nowMicros);
  }

  @Override
  public void remove(ContainerId container) {
    FunctionId owner = owners.remove(container);
    if (owner != null) {
      keys.delete(key(ContainerUse.READY, container, owner));
    }
    readyMicros.remove(container);
    ledger.unused.removed(index, container.number(), nowMicros);
  }
}
