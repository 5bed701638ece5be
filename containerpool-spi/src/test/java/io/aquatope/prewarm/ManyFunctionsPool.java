/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.forecast.ForecastDesk;
import io.aquatope.successor.SuccessorSettings;
import io.aquatope.successor.Successors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A pool under policy {@code aquatope} in virtual time, whose containers start and run at once.
 * Forecasts are made when they are asked for.
 */
final class ManyFunctionsPool implements ContainerDriver {

  static final long WINDOW_MICROS = 60_000_000;
  private static final long SECOND_MICROS = 1_000_000;

  private record Call(FunctionSpec function, long root) implements Activation {}

  private final Deque<Runnable> forecasts = new ArrayDeque<>();
  private final List<Runnable> reports = new ArrayList<>();
  private final ContainerPool pool;
  private final AquatopePolicy policy;
  private long nowMicros;
  private long roots;
  private boolean fails;

  ManyFunctionsPool(long memoryMb, PrewarmSetup setup) {
    PrewarmSettings settings = setup.settings();
    policy =
        new AquatopePolicy(
            PolicyRegistry.standard().parse("openwhisk").create(PolicySettings.DEFAULT),
            List.of(),
            new ForecastDesk(setup.model(), forecasts::add, setup.pastCalls()),
            settings,
            new Successors(SuccessorSettings.DEFAULT, setup.followers()),
            new WindowClock(WINDOW_MICROS, 0),
            setup.listener());
    pool = new ContainerPool(memoryMb, CpuSlots.OFF, policy, this, PoolListener.NONE);
    pool.start(0);
  }

  static FunctionSpec function(String namespace, String action, String revision) {
    return new FunctionSpec(new FunctionId(namespace, action, revision), "nodejs:20", 256, 1);
  }

  AquatopePolicy policy() {
    return policy;
  }

  ContainerPool pool() {
    return pool;
  }

  long window() {
    return nowMicros / WINDOW_MICROS;
  }

  long nowMicros() {
    return nowMicros;
  }

  /** A call that ends at once. */
  void call(FunctionSpec function) {
    pool.submit(new Call(function, ++roots), ++nowMicros);
    report();
  }

  /** A call whose container dies. */
  void callThatFails(FunctionSpec function) {
    fails = true;
    call(function);
    fails = false;
  }

  /** The next full second: the pool plans. */
  void second() {
    nowMicros = (nowMicros / SECOND_MICROS + 1) * SECOND_MICROS;
    if (pool.nextWakeUpMicros() <= nowMicros) {
      pool.wakeUp(nowMicros);
    }
    report();
  }

  /** Makes the forecasts that are due. */
  void forecast() {
    while (!forecasts.isEmpty()) {
      forecasts.remove().run();
    }
  }

  /** Seconds until the next window has begun and been forecast. */
  void nextWindow() {
    long window = window();
    while (window() == window) {
      second();
    }
    forecast();
    second();
  }

  private void report() {
    while (!reports.isEmpty()) {
      List<Runnable> due = List.copyOf(reports);
      reports.clear();
      due.forEach(Runnable::run);
    }
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    reports.add(() -> pool.stemCellReady(container, nowMicros));
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    reports.add(() -> pool.prepared(container, nowMicros));
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    if (fails) {
      reports.add(() -> pool.removed(container, true, nowMicros));
      reports.add(() -> pool.terminated(container, nowMicros));
    } else {
      reports.add(() -> pool.completed(container, nowMicros));
    }
  }

  @Override
  public void remove(ContainerId container) {
    reports.add(() -> pool.terminated(container, nowMicros));
  }

  @Override
  public void ready() {}
}
