/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

import static java.util.function.Function.identity;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kamon.metric.MeasurementUnit;
import kamon.metric.MeasurementUnit$;
import org.apache.openwhisk.common.LogMarkerToken;
import org.apache.openwhisk.common.MetricEmitter$;
import scala.Option;
import scala.collection.immutable.Map$;

/** Passes values to OpenWhisk, which sends them together with its own. */
public final class WhiskMetrics implements MetricSink {

  /** The instance of this process; OpenWhisk has one, too. */
  public static final MetricSink INSTANCE = new WhiskMetrics();

  private static final MetricEmitter$ EMITTER = MetricEmitter$.MODULE$;

  private final Map<Metric, LogMarkerToken> tokens =
      Arrays.stream(Metric.values())
          .collect(
              Collectors.toMap(
                  identity(),
                  metric -> token(metric, Map$.MODULE$.empty()),
                  (one, other) -> one,
                  () -> new EnumMap<>(Metric.class)));

  private WhiskMetrics() {}

  @Override
  public void count(Metric counter, long times) {
    EMITTER.emitCounterMetric(plain(counter), times);
  }

  @Override
  public void countFor(String tag, Metric counter) {
    EMITTER.emitCounterMetric(
        counter
            .tag()
            .map(key -> token(counter, tags(key, tag)))
            .orElseThrow(() -> new IllegalArgumentException(counter + " has no tag")),
        1);
  }

  @Override
  public void set(Metric gauge, long value) {
    EMITTER.emitGaugeMetric(plain(gauge), value);
  }

  @Override
  public void record(Metric histogram, long value) {
    EMITTER.emitHistogramMetric(plain(histogram), value);
  }

  private LogMarkerToken plain(Metric metric) {
    return Objects.requireNonNull(tokens.get(metric));
  }

  private static scala.collection.immutable.Map<String, String> tags(String key, String value) {
    return new scala.collection.immutable.Map.Map1<>(key, value);
  }

  private static LogMarkerToken token(
      Metric metric, scala.collection.immutable.Map<String, String> tags) {
    return new LogMarkerToken(
        Metric.COMPONENT, metric.topic(), metric.what(), Option.empty(), tags, unit(metric.unit()));
  }

  static MeasurementUnit unit(MetricUnit unit) {
    MeasurementUnit$ units = MeasurementUnit$.MODULE$;
    return switch (unit) {
      case MILLISECONDS -> units.time().milliseconds();
      case MEGABYTES -> units.information().megabytes();
      case ONE, PERCENT, MB_SECONDS, CORE_MICROSECONDS -> units.none();
    };
  }
}
