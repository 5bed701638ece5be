/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.StartKind;
import io.aquatope.replay.result.CpuMeter;
import io.aquatope.replay.result.FunctionOutcome;
import io.aquatope.replay.result.MemoryMeter;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.replay.result.ReplayStarts;
import io.aquatope.replay.result.ReplayTimeline;
import io.aquatope.replay.result.StartDelay;
import io.aquatope.replay.result.UnusedMemory;
import io.aquatope.trace.TraceFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Counts the events of one replay, over all invokers. */
final class Ledger implements PoolListener {

  private static final double MICROS = 1e6;
  private static final int PARTS = 240;

  final MemoryMeter memory;
  final CpuMeter cpu;
  final UnusedMemory unused;
  private final List<TraceFunction> functions;
  private final Histogram startDelay = new Histogram(3);
  private final int[] activations;
  private final int[] coldStarts;
  private final long[] coldStartMicros;
  private final int[] coldStartsByPart = new int[PARTS];
  private int buffered;
  private int evictions;

  Ledger(ReplayWorkload workload) {
    functions = workload.functions();
    memory = new MemoryMeter(workload.durationMicros(), PARTS);
    cpu = new CpuMeter(workload.durationMicros());
    unused = new UnusedMemory(functions.size(), workload.durationMicros());
    coldStartMicros = new long[functions.size()];
    activations = new int[functions.size()];
    coldStarts = new int[functions.size()];
  }

  /** Advances the time; must be called before anything changes. */
  void advance(long toMicros) {
    memory.advance(toMicros);
    cpu.advance(toMicros);
  }

  /**
   * Records an activation that was given to a container and runs from {@code runsFromMicros} on.
   */
  void started(ReplayActivation activation, StartKind start, long nowMicros, long runsFromMicros) {
    activations[activation.functionIndex()]++;
    if (start.isCold()) {
      coldStarts[activation.functionIndex()]++;
      coldStartsByPart[memory.part(nowMicros)]++;
    }
    coldStartMicros[activation.functionIndex()] += runsFromMicros - nowMicros;
    startDelay.recordValue(runsFromMicros - activation.arrivedMicros());
  }

  @Override
  public void buffered(Activation activation, long nowMicros) {
    buffered++;
  }

  @Override
  public void evicted(ContainerId container, IdleContainer idle, long nowMicros) {
    evictions++;
  }

  ReplayResult result(String policy, double wallSeconds) {
    List<FunctionOutcome> outcomes = new ArrayList<>();
    double[] wasted = unused.gbSeconds();
    int allActivations = 0;
    int allColdStarts = 0;
    for (int f = 0; f < activations.length; f++) {
      if (activations[f] > 0) {
        outcomes.add(
            new FunctionOutcome(
                functions.get(f).spec().id(),
                activations[f],
                coldStarts[f],
                coldStartMicros[f] / MICROS,
                wasted[f]));
      }
      allActivations += activations[f];
      allColdStarts += coldStarts[f];
    }
    return new ReplayResult(
        policy,
        new ReplayStarts(
            allActivations,
            allColdStarts,
            Arrays.stream(coldStartMicros).sum() / MICROS,
            new StartDelay(quantile(50), quantile(99)),
            buffered),
        memory.use(),
        cpu.use(),
        evictions,
        wallSeconds,
        timeline(),
        List.copyOf(outcomes));
  }

  private double quantile(double percent) {
    return startDelay.getValueAtPercentile(percent) / MICROS;
  }

  private ReplayTimeline timeline() {
    return new ReplayTimeline(
        memory.partMicros() / MICROS,
        List.copyOf(Doubles.asList(memory.meanServingMb())),
        List.copyOf(Doubles.asList(memory.meanIdleMb())),
        List.copyOf(Doubles.asList(memory.meanAheadMb())),
        List.copyOf(Ints.asList(coldStartsByPart)));
  }
}
