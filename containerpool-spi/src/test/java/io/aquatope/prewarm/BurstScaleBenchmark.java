/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The cost of one event where very much happens at a time, under policy {@code aquatope}: one of
 * ten thousand workflows of two learnt stages that begin within a second, one of thousands of
 * containers of a function that complete within a second, and a plan with as many.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class BurstScaleBenchmark {

  private static final int ROOTS = 10_000;
  private static final int CONTAINERS = 4_000;

  /** A burst that is about to come. */
  @State(Scope.Thread)
  public static class Burst {
    private PoolUnderLoad pool = new PoolUnderLoad(1 << 24);

    /** Teaches the pool both stages. */
    @Setup(Level.Invocation)
    public void prepare() {
      pool = new PoolUnderLoad(1 << 24);
      pool.teachChain(20);
    }
  }

  /** The submits of a burst of roots. */
  @Benchmark
  @OperationsPerInvocation(ROOTS)
  public long submitRoot(Burst burst) {
    return burst.pool.submitRoots(ROOTS);
  }

  /** Containers of one function that are all busy. */
  @State(Scope.Thread)
  public static class Busy {
    @Param({"4000", "10000"})
    int containers;

    private PoolUnderLoad pool = new PoolUnderLoad(1 << 20);

    /** Makes them busy, in a pool that is nearly full. */
    @Setup(Level.Invocation)
    public void prepare() {
      pool = new PoolUnderLoad(containers * 300L);
      pool.makeBusy(containers);
    }
  }

  /** The completions of all containers, by the 4,000; a plan in between. */
  @Benchmark
  @OperationsPerInvocation(CONTAINERS)
  public long complete(Busy busy) {
    return busy.pool.completeAll(CONTAINERS);
  }

  /** A plan while all are busy, and one when they are idle. */
  @Benchmark
  @OperationsPerInvocation(2)
  public long plan(Busy busy) {
    busy.pool.wakeUp();
    busy.pool.completeAll(busy.containers);
    return busy.pool.wakeUp();
  }
}
