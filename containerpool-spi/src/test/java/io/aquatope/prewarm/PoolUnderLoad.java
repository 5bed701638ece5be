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
import java.util.ArrayDeque;
import java.util.Deque;

/** A pool under policy {@code aquatope} in virtual time, whose containers do as they are told. */
final class PoolUnderLoad implements ContainerDriver {

  static final long SECOND = 1_000_000;
  private static final int MEMORY_MB = 256;
  private static final FunctionSpec FIRST = function("first");
  private static final FunctionSpec SECOND_STAGE = function("second");

  private record Call(FunctionSpec function, long root) implements Activation {}

  private final ContainerPool pool;
  private final Deque<ContainerId> running = new ArrayDeque<>();
  private final Deque<ContainerId> preparing = new ArrayDeque<>();
  private long prepared;
  private long roots;
  private long nowMicros;

  PoolUnderLoad(long memoryMb) {
    PolicyRegistry policies =
        PrewarmPolicies.addTo(PolicyRegistry.standard(), PrewarmSetup.virtual());
    pool =
        new ContainerPool(
            memoryMb,
            CpuSlots.OFF,
            policies.parse("aquatope").create(PolicySettings.DEFAULT),
            this,
            PoolListener.NONE);
    pool.start(0);
  }

  private static FunctionSpec function(String name) {
    return new FunctionSpec(new FunctionId("ns", name, "1"), "nodejs:20", MEMORY_MB, 1);
  }

  /** Workflows of two stages, one each minute. */
  void teachChain(int instances) {
    for (int i = 0; i < instances; i++) {
      roots++;
      submit(FIRST);
      sleep(SECOND);
      submit(SECOND_STAGE);
      sleep(59 * SECOND);
    }
  }

  /** Workflows that begin within a second; returns how many containers were prepared for them. */
  long submitRoots(int count) {
    long before = prepared;
    for (int i = 0; i < count; i++) {
      nowMicros += Math.max(1, SECOND / 2 / count);
      roots++;
      pool.submit(new Call(FIRST, roots), nowMicros);
    }
    return prepared - before;
  }

  /** Calls of one function that all run now. */
  void makeBusy(int containers) {
    teachChain(5);
    for (int i = 0; i < containers; i++) {
      roots++;
      pool.submit(new Call(FIRST, roots), ++nowMicros);
    }
  }

  /** As many containers complete what they run. */
  int completeAll(int most) {
    int completed = 0;
    while (completed < most && !running.isEmpty()) {
      pool.completed(running.remove(), ++nowMicros);
      completed++;
    }
    return completed;
  }

  /** The next plan. */
  long wakeUp() {
    nowMicros = Math.max(nowMicros, pool.nextWakeUpMicros());
    pool.wakeUp(nowMicros);
    return prepared;
  }

  private void submit(FunctionSpec function) {
    pool.submit(new Call(function, roots), ++nowMicros);
    completeAll(1);
  }

  private void sleep(long micros) {
    long until = nowMicros + micros;
    while (!preparing.isEmpty() || pool.nextWakeUpMicros() <= until) {
      while (!preparing.isEmpty()) {
        pool.prepared(preparing.remove(), ++nowMicros);
      }
      if (pool.nextWakeUpMicros() <= until) {
        wakeUp();
      }
    }
    nowMicros = Math.max(nowMicros, until);
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {}

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    prepared++;
    preparing.add(container);
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    running.add(container);
  }

  @Override
  public void remove(ContainerId container) {}

  @Override
  public void ready() {}
}
