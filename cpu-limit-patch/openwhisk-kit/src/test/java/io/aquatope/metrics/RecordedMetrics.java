/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

import java.util.EnumMap;
import java.util.Map;

/** Keeps what was measured: sums of counters, the latest values of others. */
public final class RecordedMetrics implements MetricSink {

  private final Map<Metric, Long> values = new EnumMap<>(Metric.class);

  /** What a metric has come to; 0 if it was not heard of. */
  public synchronized long of(Metric metric) {
    return values.getOrDefault(metric, 0L);
  }

  @Override
  public synchronized void count(Metric counter, long times) {
    values.merge(counter, times, Long::sum);
  }

  @Override
  public void countFor(String tag, Metric counter) {
    count(counter, 1);
  }

  @Override
  public synchronized void set(Metric gauge, long value) {
    values.put(gauge, value);
  }

  @Override
  public synchronized void record(Metric histogram, long value) {
    values.put(histogram, value);
  }
}
