/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.metrics.Metric;
import io.aquatope.pool.StartKind;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

final class PreparationMetricsTest {

  @Test
  void eachKindOfStartHasAMetric() {
    assertThat(EnumSet.allOf(StartKind.class))
        .extracting(PreparationMetrics::of)
        .doesNotHaveDuplicates()
        .contains(Metric.START_WARM, Metric.START_STEM_CELL, Metric.START_WARMING_COLD);
  }
}
