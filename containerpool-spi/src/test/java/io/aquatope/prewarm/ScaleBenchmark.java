/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.aquatope.pool.FunctionSpec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * A minute of a pool of 64 GB that knows very many functions, of which one in a hundred, chosen at
 * random in each minute, is called. All functions are fully modelled: each has a history, a demand
 * model and a forecast of each window, and none is summarised.
 *
 * <p>The time of a minute is that of all events and plans. After the last one a line is printed:
 * CPU time of the plans and of the closing of windows on the pool's thread, CPU time of the
 * forecasts of one window, which are made on a thread of their own in an invoker, and the heap
 * after a collection. The heap is OpenWhisk's default of 2 GB.
 *
 * <p>Of the CPU times only those of the measured minutes count: the ten minutes before, in which
 * histories are made and the compiler is at work, are a warm-up.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class ScaleBenchmark {

  private static final long MEMORY_MB = 64 * 1024;
  private static final int NAMESPACES = 100;
  private static final int PAST_WINDOWS = 8;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Param({"1000", "10000", "100000"})
  int functions;

  private final SplittableRandom random = new SplittableRandom(1);
  private final List<FunctionSpec> known = new ArrayList<>();
  private final DescriptiveStatistics plans = new DescriptiveStatistics();
  private final DescriptiveStatistics closings = new DescriptiveStatistics();
  private final DescriptiveStatistics forecasts = new DescriptiveStatistics();
  private boolean measures;
  private ManyFunctionsPool pool = new ManyFunctionsPool(MEMORY_MB, PrewarmSetup.virtual());

  /** Calls each function once at the end of a minute, then some of them in further minutes. */
  @Setup
  public void prepare() {
    while (pool.nowMicros() < ManyFunctionsPool.WINDOW_MICROS - 2_000_000) {
      pool.second();
    }
    for (int i = 0; i < functions; i++) {
      FunctionSpec function =
          ManyFunctionsPool.function("ns" + i % NAMESPACES, "path/action" + i, "1-" + i);
      known.add(function);
      pool.call(function);
    }
    for (int window = 0; window < PAST_WINDOWS; window++) {
      minute();
    }
  }

  /** Forgets what was measured before the first minute that counts. */
  @Setup(Level.Iteration)
  public void settle(IterationParams iteration) {
    if (!measures) {
      plans.clear();
      closings.clear();
      forecasts.clear();
    }
    measures = iteration.getType() == IterationType.MEASUREMENT;
  }

  /** One minute: calls, plans each second, and the forecasts at its end. */
  @Benchmark
  public long minute() {
    long window = pool.window();
    while (pool.window() == window) {
      for (int call = 0; call < Math.max(1, functions / 100 / 60); call++) {
        pool.call(known.get(random.nextInt(functions)));
      }
      boolean closes = (pool.nowMicros() / 1_000_000 + 1) % 60 == 0;
      (closes ? closings : plans).addValue(cpuMillis(pool::second));
    }
    forecasts.addValue(cpuMillis(pool::forecast));
    return pool.nowMicros();
  }

  private static double cpuMillis(Runnable work) {
    long before = THREADS.getCurrentThreadCpuTime();
    work.run();
    return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
  }

  /** Prints what JMH has no column for. */
  @TearDown
  public void report() {
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        Locale.ROOT,
        "%n%,d functions known and forecast: plan p50 %.2f ms, p99 %.2f ms, max %.2f ms;"
            + " window's close and plan %.2f ms, max %.2f ms; forecasts of a window %.2f s;"
            + " heap %.0f MB%n",
        pool.policy().known(),
        plans.getPercentile(50),
        plans.getPercentile(99),
        plans.getMax(),
        closings.getMean(),
        closings.getMax(),
        forecasts.getMean() / 1000,
        heap / 1e6);
    pool.second();
  }
}
