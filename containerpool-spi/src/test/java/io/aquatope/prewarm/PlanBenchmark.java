/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import io.aquatope.models.distribution.NegativeBinomial;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import io.aquatope.prewarm.demand.WindowClock;
import io.aquatope.prewarm.start.FunctionStartTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One plan for a thousand functions whose forecasts are given, of which a quarter has been called
 * in each of the last windows, as in the Azure Functions 2019 trace. There is one at the beginning
 * of each window, and one in each slot of a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanBenchmark {

  private static final int FUNCTIONS = 1000;
  private static final int WINDOWS = 10;
  private static final long WINDOW_MICROS = 60_000_000;
  private static final long NOW = WINDOWS * WINDOW_MICROS + 15_000_000;

  private final Planner planner =
      new Planner(
          PrewarmSettings.DEFAULT,
          new StemCellStock(PrewarmSettings.DEFAULT, List.of(), FunctionStartTimes.expected()),
          PrewarmListener.NONE);
  private final List<FunctionOutlook> outlooks = new ArrayList<>();

  /** Lets the functions be called for ten minutes. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(1);
    WindowClock clock = new WindowClock(WINDOW_MICROS, 0);
    for (int f = 0; f < FUNCTIONS; f++) {
      FunctionSpec function =
          new FunctionSpec(new FunctionId("ns", "f" + f, "1"), "nodejs:20", 128 + f % 512, 1);
      FunctionOutlook outlook =
          new FunctionOutlook(function, f, clock, FunctionStartTimes.expected(), 0);
      boolean active = f % 4 == 0;
      for (int window = 0; window < WINDOWS; window++) {
        int calls = active ? 1 + random.nextInt(20) : 0;
        for (int call = 0; call < calls; call++) {
          long at = (window * 20L + call) * WINDOW_MICROS / 20;
          outlook.called(at);
          outlook.busy(1, at);
          outlook.busy(0, at + 500_000);
        }
        outlook.close(window, window + 1, (window + 1) * WINDOW_MICROS);
      }
      NegativeBinomial demand = new NegativeBinomial(active ? 1.5 : 0.002, 1);
      outlook.forecasts().publish(WINDOWS, List.of(demand, demand));
      outlooks.add(outlook);
    }
  }

  /** One plan, of which the functions that are called a lot have one idle container each. */
  @Benchmark
  public List<PoolAction> plan() {
    return planner.plan(outlooks, Map.of(), new Pool(), NOW);
  }

  /** What is known of them, which is told every four seconds to those who show it. */
  @Benchmark
  public List<OutlookSnapshot> tell() {
    return outlooks.stream()
        .map(outlook -> outlook.snapshot(Optional.empty(), Optional.empty(), NOW))
        .toList();
  }

  /** A pool in which a quarter of the functions has an idle container. */
  private static final class Pool implements PoolView {

    private static final FunctionCount IDLE = new FunctionCount(0, 1, 0, 0);

    @Override
    public Set<FunctionId> functions() {
      return Set.of();
    }

    @Override
    public FunctionCount count(FunctionId function) {
      return Integer.parseInt(function.action().substring(1)) % 4 == 0 ? IDLE : FunctionCount.NONE;
    }

    @Override
    public long memoryMb() {
      return Long.MAX_VALUE;
    }

    @Override
    public long usedMb() {
      return 0;
    }

    @Override
    public int busyContainers() {
      return 0;
    }

    @Override
    public long busyMb() {
      return 0;
    }

    @Override
    public long busyMilliCores() {
      return 0;
    }

    @Override
    public int idleContainers() {
      return 0;
    }

    @Override
    public long idleMb() {
      return 0;
    }

    @Override
    public int stemCells() {
      return 0;
    }

    @Override
    public long stemCellMb() {
      return 0;
    }

    @Override
    public long preparingMb() {
      return 0;
    }

    @Override
    public int buffered() {
      return 0;
    }

    @Override
    public long bufferedMb() {
      return 0;
    }

    @Override
    public StemCellCount count(StemCell stemCell) {
      return StemCellCount.NONE;
    }
  }
}
