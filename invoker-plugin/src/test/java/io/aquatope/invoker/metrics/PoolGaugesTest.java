/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.metrics.Metric;
import io.aquatope.metrics.RecordedMetrics;
import io.aquatope.status.Views;
import org.junit.jupiter.api.Test;

final class PoolGaugesTest {

  private final RecordedMetrics measured = new RecordedMetrics();
  private final PoolGauges gauges = new PoolGauges(measured);

  @Test
  void memoryIsShownAsItIsAndAddedUpOverTime() {
    gauges.until(4_000_000, Views.pool(1024, 256));
    gauges.report(Views.pool(512, 128));
    gauges.until(5_000_000, Views.pool(512, 128));
    gauges.report(Views.pool(512, 0));

    assertThat(measured.of(Metric.MEMORY_LIMIT)).isEqualTo(4096);
    assertThat(measured.of(Metric.MEMORY_BUSY)).as("as last reported").isZero();
    assertThat(measured.of(Metric.MEMORY_USED)).as("4 s × 256 MB + 1 s × 128 MB").isEqualTo(1152);
    assertThat(measured.of(Metric.MEMORY_WASTED)).as("4 s × 768 MB + 1 s × 384 MB").isEqualTo(3456);
  }
}
