/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.OutlookView;
import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.prewarm.forecast.FallbackReason;
import java.util.Map;

/**
 * Metrics of the policy {@code aquatope}: its decisions, its mode, the number of functions under
 * OpenWhisk's rule by reason, and the coverage of its forecasts.
 */
public final class PolicyMetrics implements PrewarmListener {

  private static final long INTERVAL_MICROS = SECONDS.toMicros(10);

  private final MetricSink metrics;
  private long nextMicros;

  public PolicyMetrics(MetricSink metrics) {
    this.metrics = metrics;
  }

  @Override
  public void decided(PrewarmDecision decision) {
    metrics.count(
        switch (decision.action()) {
          case PREPARE -> Metric.DECISION_PREPARE;
          case RELEASE -> Metric.DECISION_RELEASED;
        },
        decision.count());
  }

  @Override
  public void release(FunctionSpec function, long nowMicros) {
    metrics.count(Metric.FORECAST_RELEASED, 1);
  }

  @Override
  public void successorRelease() {
    metrics.count(Metric.SUCCESSOR_RELEASED, 1);
  }

  @Override
  public void forecastsLeftOut(int windows, long nowMicros) {
    metrics.count(Metric.FORECAST_LEFT_OUT, windows);
  }

  @Override
  public void planned(OutlookView outlooks, long nowMicros) {
    if (nowMicros < nextMicros) {
      return;
    }
    nextMicros = nowMicros + INTERVAL_MICROS;
    metrics.set(Metric.FORECAST_FUNCTIONS, outlooks.functions());
    metrics.set(Metric.FORECAST_COVERAGE, Math.round(100 * outlooks.coverage()));
    Map<FallbackReason, Integer> fallenBack = outlooks.fallenBack();
    for (FallbackReason why : FallbackReason.values()) {
      metrics.set(Metric.valueOf("FALLBACK_" + why), fallenBack.getOrDefault(why, 0));
    }
  }
}
