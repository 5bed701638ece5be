/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static java.util.Objects.requireNonNull;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One scheduling decision in a full pool under policy {@code openwhisk}, by {@link ContainerPool}
 * and by {@link ScanPool}: an activation comes and its end is reported.
 *
 * <p>A hit is for a function that has an idle container, each function in its turn; a miss is for
 * one that has none, so that another function's container is evicted. The percentiles of sampled
 * times are reported, because the median does not suffer from what else the machine does.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ContainerPoolBenchmark {

  private static final int MEMORY_MB = 256;

  @Param({"1000", "10000"})
  int containers;

  @Param({"1", "10"})
  int containersPerFunction;

  private final LastRun driver = new LastRun();
  private List<Activation> residents = List.of();
  private List<Activation> strangers = List.of();
  private @Nullable ContainerPool pool;
  private @Nullable ScanPool scan;
  private int next;
  private long nowMicros;

  /** Fills both pools with idle containers. */
  @Setup
  public void fill() {
    int functions = containers / containersPerFunction;
    residents = activations("resident", functions);
    strangers = activations("stranger", 2 * containers);
    long memoryMb = (long) containers * MEMORY_MB;
    PoolPolicy policy = PolicyRegistry.standard().parse("openwhisk").create(PolicySettings.DEFAULT);
    ContainerPool filled =
        new ContainerPool(memoryMb, CpuSlots.OFF, policy, driver, PoolListener.NONE);
    ScanPool filledScan = new ScanPool(memoryMb, 600_000_000, Map.of(), driver);
    filled.start(0);
    for (int i = 0; i < containers; i++) {
      filled.submit(residents.get(i % functions), ++nowMicros);
      filledScan.submit(residents.get(i % functions), nowMicros);
    }
    for (int id = 1; id <= containers; id++) {
      filled.completed(new ContainerId(id), ++nowMicros);
      filledScan.completed(id, nowMicros);
    }
    pool = filled;
    scan = filledScan;
  }

  private static List<Activation> activations(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new FunctionId("ns", name + i, "1"))
        .map(id -> new FunctionSpec(id, "nodejs:20", MEMORY_MB, 1))
        .<Activation>map(function -> new PoolFixture.Call("benchmark", function))
        .toList();
  }

  private Activation resident() {
    next = (next + 1) % residents.size();
    return residents.get(next);
  }

  private Activation stranger() {
    next = (next + 1) % strangers.size();
    return strangers.get(next);
  }

  /** A warm hit in the pool. */
  @Benchmark
  public long hit() {
    return decide(resident());
  }

  /** A miss in the pool, with an eviction. */
  @Benchmark
  public long missAndEvict() {
    return decide(stranger());
  }

  /** A warm hit by scanning. */
  @Benchmark
  public long hitByScan() {
    return decideByScan(resident());
  }

  /** A miss by scanning, with an eviction. */
  @Benchmark
  public long missAndEvictByScan() {
    return decideByScan(stranger());
  }

  private long decide(Activation activation) {
    ContainerPool used = requireNonNull(pool);
    used.submit(activation, ++nowMicros);
    used.completed(driver.container, ++nowMicros);
    return driver.container.number();
  }

  private long decideByScan(Activation activation) {
    ScanPool used = requireNonNull(scan);
    used.submit(activation, ++nowMicros);
    used.completed(driver.container.number(), ++nowMicros);
    return driver.container.number();
  }

  /** Remembers where the last activation went. */
  private static final class LastRun implements ContainerDriver {
    ContainerId container = new ContainerId(0);

    @Override
    public void startStemCell(ContainerId id, StemCell stemCell) {}

    @Override
    public void prepare(ContainerId id, FunctionSpec function, PreparationDepth depth) {}

    @Override
    public void run(ContainerId id, Activation activation, StartKind start) {
      container = id;
    }

    @Override
    public void remove(ContainerId id) {}

    @Override
    public void ready() {}
  }
}
