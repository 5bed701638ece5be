/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.replay.EventQueue.Kind;
import io.aquatope.trace.TraceFunction;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One invoker in virtual time. It carries out its pool's orders by adding their consequences to the
 * event queue, and reports its memory.
 */
final class ReplayInvoker implements ContainerDriver {

  private static final int NO_ACTIVATION = 0;

  private record Start(FunctionSpec function, StartKind kind, long delayMicros) {}

  private final int index;
  private final ReplayWorkload workload;
  private final ReplayFunctions functions;
  private final ReplayConfig config;
  private final EventQueue queue;
  private final Ledger ledger;
  private final CpuSlots cpu;
  private final ContainerPool pool;
  private final PoolView view;

  /** The starts that were not warm, of running activations, by activation number. */
  private final Map<Integer, Start> starting = new HashMap<>();

  /** The time from which each container can run its function, by container number. */
  private long[] readyMicros = new long[1024];

  private long nowMicros;
  private long wakeUpMicros = PoolPolicy.NEVER;
  private long usedMb;
  private long idleMb;
  private long aheadMb;
  private long busyMilliCores;

  ReplayInvoker(
      int index,
      ReplayWorkload workload,
      ReplayFunctions functions,
      ReplayConfig config,
      EventQueue queue,
      Ledger ledger,
      PoolPolicy policy,
      PoolListener listener) {
    this.index = index;
    this.workload = workload;
    this.functions = functions;
    this.config = config;
    this.queue = queue;
    this.ledger = ledger;
    cpu = config.cpu().slots(config.memoryMb());
    pool = new ContainerPool(config.memoryMb(), cpu, policy, this, listener);
    view = pool.view();
  }

  void begin() {
    pool.start(nowMicros);
    settle();
  }

  void arrived(ReplayActivation activation, long micros) {
    nowMicros = micros;
    pool.submit(activation, micros);
    settle();
  }

  /** Handles an event from the queue that concerns this invoker or one of its containers. */
  void happened(Kind kind, long container, int activation, long micros) {
    nowMicros = micros;
    switch (kind) {
      case ENDED -> ended(new ContainerId(container), activation, micros);
      case STEM_CELL_READY -> pool.stemCellReady(new ContainerId(container), micros);
      case PREPARED -> pool.prepared(new ContainerId(container), micros);
      case WAKE_UP -> wakeUp(micros);
      case ARRIVED, LEASED, GRACE_OVER, RETRY ->
          throw new IllegalArgumentException(kind + " is no event of this invoker");
    }
    settle();
  }

  void checkConsistent() {
    pool.checkConsistent();
  }

  private void ended(ContainerId container, int activation, long micros) {
    Start start = starting.remove(activation);
    if (start != null) {
      pool.startTook(start.function(), start.kind(), start.delayMicros(), micros);
    }
    ledger.unused.ended(index, container.number(), micros);
    pool.completed(container, micros);
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

  /** Reports the changes, and schedules the wake-up that the pool wants. */
  private void settle() {
    long used = view.usedMb();
    long idle = view.idleMb();
    long ahead = view.stemCellMb() + view.preparingMb();
    ledger.memory.change(used - usedMb, idle - idleMb, ahead - aheadMb);
    ledger.cpu.change(view.busyMilliCores() - busyMilliCores);
    busyMilliCores = view.busyMilliCores();
    usedMb = used;
    idleMb = idle;
    aheadMb = ahead;
    long wanted = pool.nextWakeUpMicros();
    if (wanted < wakeUpMicros) {
      wakeUpMicros = wanted;
      queue.add(wanted, Kind.WAKE_UP, index, 0, NO_ACTIVATION);
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
        NO_ACTIVATION);
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    TraceFunction prepared = functions.get(function.id());
    long ready =
        nowMicros
            + (depth == PreparationDepth.CREATED
                ? config.coldStart().createMicros(prepared)
                : config.coldStart().prepareMicros(prepared));
    setReady(container, ready);
    workload.preparing(prepared, ready - nowMicros);
    ledger.unused.prepare(
        index, container.number(), functions.index(function.id()), function.memoryMb(), nowMicros);
    queue.add(ready, Kind.PREPARED, index, container.number(), NO_ACTIVATION);
  }

  @Override
  public void run(ContainerId container, Activation given, StartKind start) {
    ReplayActivation activation = (ReplayActivation) given;
    if (start.isCold()) {
      TraceFunction function = functions.get(activation.functionIndex());
      long startUp =
          config.coldStart().newContainerMicros(function, config.seed(), activation.number());
      setReady(container, nowMicros + startUp);
    } else if (start == StartKind.STEM_CELL || start == StartKind.CREATED) {
      TraceFunction function = functions.get(activation.functionIndex());
      long init = config.coldStart().initMicros(function, config.seed(), activation.number());
      setReady(container, nowMicros + init);
    }
    ledger.unused.run(
        index,
        container.number(),
        activation.functionIndex(),
        activation.function().memoryMb(),
        nowMicros);
    long runsFrom = Math.max(nowMicros, readyMicros[(int) container.number()]);
    long ends = runsFrom + workload.runMicros(activation.number());
    ledger.started(activation, start, nowMicros, runsFrom);
    workload.started(activation.number(), start, nowMicros, runsFrom);
    if (start != StartKind.WARM) {
      starting.put(
          activation.number(), new Start(activation.function(), start, runsFrom - nowMicros));
    }
    ledger.cpu.runs(cpu.needOf(activation.function()), runsFrom, ends);
    queue.add(ends, Kind.ENDED, index, container.number(), activation.number());
  }

  @Override
  public void remove(ContainerId container) {
    ledger.unused.removed(index, container.number(), nowMicros);
  }

  @Override
  public void ready() {
    // A trace does not wait: arrival times are fixed.
  }

  private void setReady(ContainerId container, long micros) {
    int number = Math.toIntExact(container.number());
    if (number >= readyMicros.length) {
      readyMicros = Arrays.copyOf(readyMicros, Math.max(number + 1, 2 * readyMicros.length));
    }
    readyMicros[number] = micros;
  }
}
