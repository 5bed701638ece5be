/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.Objects.requireNonNull;

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
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * A pool under policy {@code aquatope} in virtual time with one function of 256 MB, whose starts
 * take as long as is said of each, and whose runs take a fifth of a second.
 */
final class OneFunctionPool implements ContainerDriver {

  private static final long SECOND = 1_000_000;
  private static final long DAY = 24L * 3600 * SECOND;
  private static final long WORKDAY = 8L * 3600 * SECOND;
  private static final long RUN = SECOND / 5;
  private static final FunctionSpec FUNCTION =
      new FunctionSpec(new FunctionId("ns", "f", "1"), "nodejs:20", 256, 1);

  private record Call(FunctionSpec function, long root) implements Activation {}

  private record Event(long atMicros, long number, Runnable happens) {}

  private final IntToDoubleFunction startSeconds;
  private final ContainerPool pool;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::atMicros).thenComparing(Event::number));
  private long numbers;
  private int coldStarts;
  private long nowMicros;
  private double heldGbSeconds;

  /**
   * @param startSeconds of each cold start, from 0
   */
  OneFunctionPool(IntToDoubleFunction startSeconds) {
    this.startSeconds = startSeconds;
    PolicyRegistry policies =
        PrewarmPolicies.addTo(PolicyRegistry.standard(), PrewarmSetup.virtual());
    pool =
        new ContainerPool(
            64 * 1024,
            CpuSlots.OFF,
            policies.parse("aquatope").create(PolicySettings.DEFAULT),
            this,
            PoolListener.NONE);
    pool.start(0);
  }

  int coldStarts() {
    return coldStarts;
  }

  /**
   * GB-seconds of containers without work, by day.
   *
   * @param everySeconds between calls
   * @param jitter by which share of the interval calls come later, at most
   * @param together how many calls come at first
   */
  double[] held(int everySeconds, double jitter, int together, int days) {
    SplittableRandom random = new SplittableRandom(1);
    double[] held = new double[days];
    for (int day = 0; day < days; day++) {
      for (long at = 0; at < WORKDAY; at += everySeconds * SECOND) {
        long later = Math.round(jitter * everySeconds * SECOND * random.nextDouble());
        for (int i = 0; i < (day == 0 && at == 0 ? together : 1); i++) {
          in(day * DAY + at + later - nowMicros, this::call);
        }
      }
      heldGbSeconds = 0;
      runUntil((day + 1) * DAY);
      held[day] = heldGbSeconds;
    }
    return held;
  }

  private void call() {
    pool.submit(new Call(FUNCTION, numbers), nowMicros);
  }

  private void in(long micros, Runnable happens) {
    events.add(new Event(nowMicros + micros, numbers++, happens));
  }

  private void runUntil(long endMicros) {
    while (nowMicros < endMicros) {
      long wakeUp = Math.min(pool.nextWakeUpMicros(), endMicros);
      Event next = events.peek();
      if (next != null && next.atMicros <= wakeUp) {
        pass(next.atMicros);
        requireNonNull(events.poll()).happens.run();
      } else {
        pass(wakeUp);
        if (pool.nextWakeUpMicros() <= nowMicros) {
          pool.wakeUp(nowMicros);
        }
      }
    }
  }

  private void pass(long untilMicros) {
    long mb = pool.view().idleMb() + pool.view().preparingMb() + pool.view().stemCellMb();
    heldGbSeconds += mb / 1024.0 * (untilMicros - nowMicros) / 1e6;
    nowMicros = untilMicros;
  }

  @Override
  public void startStemCell(ContainerId container, StemCell stemCell) {
    in(6 * SECOND / 10, () -> pool.stemCellReady(container, nowMicros));
  }

  @Override
  public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
    in(8 * SECOND / 10, () -> pool.prepared(container, nowMicros));
  }

  @Override
  public void run(ContainerId container, Activation activation, StartKind start) {
    double seconds = start.isCold() ? startSeconds.applyAsDouble(coldStarts++) : 0;
    if (start == StartKind.STEM_CELL || start == StartKind.CREATED) {
      seconds = 0.2;
    }
    long delay = Math.round(seconds * SECOND);
    boolean isMeasured = start != StartKind.WARM;
    in(
        delay + RUN,
        () -> {
          if (isMeasured) {
            pool.startTook(activation.function(), start, delay, nowMicros);
          }
          pool.completed(container, nowMicros);
        });
  }

  @Override
  public void remove(ContainerId container) {}

  @Override
  public void ready() {}
}
