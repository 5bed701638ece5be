/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;

/** Metrics of the heap of the actions that are held for preparation. */
public final class HeldActions implements NamespaceCache.Usage {

  private static final long BYTES_PER_MB = 1L << 20;

  private final MetricSink metrics;

  public HeldActions(MetricSink metrics) {
    this.metrics = metrics;
  }

  @Override
  public void holds(long bytes) {
    metrics.set(Metric.ACTIONS_HELD, (bytes + BYTES_PER_MB - 1) / BYTES_PER_MB);
  }

  @Override
  public void gaveWay() {
    metrics.count(Metric.ACTIONS_RELEASED, 1);
  }
}
