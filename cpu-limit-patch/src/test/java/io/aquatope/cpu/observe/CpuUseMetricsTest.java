/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.observe.StageMeasurement.Outcome;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.RecordedMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class CpuUseMetricsTest {

  private static final Optional<CpuLimit> HALF = Optional.of(new CpuLimit(500));
  private static final Optional<CpuUsage> USED =
      Optional.of(new CpuUsage(ofMillis(80), ofMillis(20)));

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final CpuUseMetrics use = new CpuUseMetrics(metrics);

  @Test
  void addsUpWhatRunsWereAllowedAndWhatTheyUsed() {
    use.observed(run(HALF, USED, false, false));
    use.observed(run(HALF, USED, false, false));

    assertThat(metrics.of(Metric.CPU_ALLOCATED)).as("2 × 0.5 cores × 200 ms").isEqualTo(200_000);
    assertThat(metrics.of(Metric.CPU_USED)).isEqualTo(160_000);
    assertThat(metrics.of(Metric.CPU_THROTTLED)).isEqualTo(40_000);
  }

  @Test
  void leavesOutRunsThatCannotBeCompared() {
    use.observed(run(Optional.empty(), USED, false, false));
    use.observed(run(HALF, Optional.empty(), false, false));
    use.observed(run(HALF, USED, true, false));
    use.observed(run(HALF, USED, false, true));

    assertThat(metrics.of(Metric.CPU_ALLOCATED)).isZero();
    assertThat(metrics.of(Metric.CPU_USED)).isZero();
  }

  private static StageMeasurement run(
      Optional<CpuLimit> limit, Optional<CpuUsage> cpu, boolean limitChanged, boolean shared) {
    return new StageMeasurement(
        new StageMeasurement.Activation(
            "activation", "workflow", Instant.EPOCH, "guest", "guest/hello", "0.0.1"),
        new StageMeasurement.Resources(limit, limitChanged, 256, OptionalInt.empty()),
        new StageMeasurement.Timing(
            Instant.EPOCH, ofMillis(200), Duration.ZERO, Duration.ZERO, false),
        cpu,
        shared,
        Outcome.SUCCESS);
  }
}
