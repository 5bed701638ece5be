/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import java.time.Duration;
import java.util.Optional;

/**
 * Adds up the CPU that runs were allowed to use and the CPU that they used. It counts the runs for
 * which both are known: those that had the same limit all the time and the container to themselves.
 */
public final class CpuUseMetrics implements StageObserver {

  private final MetricSink metrics;

  public CpuUseMetrics(MetricSink metrics) {
    this.metrics = metrics;
  }

  @Override
  public void observed(StageMeasurement run) {
    Optional<CpuLimit> limit = run.resources().limit();
    if (limit.isEmpty() || run.cpu().isEmpty() || run.resources().limitChanged() || run.shared()) {
      return;
    }
    CpuUsage use = run.cpu().get();
    metrics.count(
        Metric.CPU_ALLOCATED, Math.round(limit.get().cores() * micros(run.timing().duration())));
    metrics.count(Metric.CPU_USED, micros(use.used()));
    metrics.count(Metric.CPU_THROTTLED, micros(use.throttled()));
  }

  private static long micros(Duration time) {
    return NANOSECONDS.toMicros(time.toNanos());
  }
}
