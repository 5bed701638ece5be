/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.metrics.Metric;
import io.aquatope.metrics.RecordedMetrics;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.ContainerWorth;
import io.aquatope.prewarm.OutlookSnapshot;
import io.aquatope.prewarm.OutlookView;
import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.prewarm.forecast.FallbackReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PolicyMetricsTest {

  private static final FunctionSpec HELLO =
      new FunctionSpec(new FunctionId("guest", "guest/hello", "1"), "python:3", 256, 1);

  private final RecordedMetrics measured = new RecordedMetrics();
  private final PolicyMetrics metrics = new PolicyMetrics(measured);

  @Test
  void containersOfDecisionsAreCounted() {
    metrics.decided(decision(PrewarmDecision.Action.PREPARE, 3));
    metrics.decided(decision(PrewarmDecision.Action.PREPARE, 2));
    metrics.decided(decision(PrewarmDecision.Action.RELEASE, 1));

    assertThat(measured.of(Metric.DECISION_PREPARE)).isEqualTo(5);
    assertThat(measured.of(Metric.DECISION_RELEASED)).isEqualTo(1);
  }

  @Test
  void whatIsReleasedOrLeftOutIsCounted() {
    metrics.release(HELLO, 0);
    metrics.forecastsLeftOut(3, 0);
    metrics.successorRelease();

    assertThat(measured.of(Metric.FORECAST_RELEASED)).isEqualTo(1);
    assertThat(measured.of(Metric.FORECAST_LEFT_OUT)).isEqualTo(3);
    assertThat(measured.of(Metric.SUCCESSOR_RELEASED)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void eachReasonForOpenWhisksRuleHasAMetric(FallbackReason why) {
    metrics.planned(known(10, Map.of(why, 4), 0.934), 0);

    assertThat(measured.of(Metric.valueOf("FALLBACK_" + why))).isEqualTo(4);
    assertThat(measured.of(Metric.FORECAST_FUNCTIONS)).isEqualTo(10);
    assertThat(measured.of(Metric.FORECAST_COVERAGE)).isEqualTo(93);
  }

  @Test
  void measuresEveryTenSecondsAndForgetsWhatIsOver() {
    metrics.planned(known(10, Map.of(FallbackReason.LATE, 4), 1), 0);
    metrics.planned(known(11, Map.of(), 1), 9_000_000);
    assertThat(measured.of(Metric.FALLBACK_LATE)).isEqualTo(4);

    metrics.planned(known(12, Map.of(), 1), 10_000_000);
    assertThat(measured.of(Metric.FALLBACK_LATE)).isZero();
    assertThat(measured.of(Metric.FORECAST_FUNCTIONS)).isEqualTo(12);
  }

  private static PrewarmDecision decision(PrewarmDecision.Action action, int count) {
    ContainerWorth worth = new ContainerWorth(0.5, ContainerWorth.Source.FORECAST, 0.4, 0.1);
    return new PrewarmDecision(0, HELLO, 1, worth, action, count);
  }

  private static OutlookView known(
      int functions, Map<FallbackReason, Integer> fallenBack, double coverage) {
    return new OutlookView() {
      @Override
      public int functions() {
        return functions;
      }

      @Override
      public Map<FallbackReason, Integer> fallenBack() {
        return fallenBack;
      }

      @Override
      public double coverage() {
        return coverage;
      }

      @Override
      public List<OutlookSnapshot> all() {
        throw new UnsupportedOperationException();
      }
    };
  }
}
