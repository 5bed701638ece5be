/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.metrics;

import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import io.aquatope.pool.PoolView;

/** Gauges of a pool's occupancy and of the use of its memory. */
final class PoolGauges {

  private final MetricSink metrics;
  private final HeldMemory memory = new HeldMemory();

  PoolGauges(MetricSink metrics) {
    this.metrics = metrics;
  }

  /** Adds the time since the last call, during which the pool has been in this state. */
  void until(long nowMicros, PoolView pool) {
    memory.until(nowMicros, pool);
  }

  void report(PoolView pool) {
    metrics.count(Metric.MEMORY_USED, memory.takeUsed());
    metrics.count(Metric.MEMORY_WASTED, memory.takeWasted());
    metrics.set(Metric.MEMORY_LIMIT, pool.memoryMb());
    metrics.set(Metric.MEMORY_BUSY, pool.busyMb());
    metrics.set(Metric.MEMORY_IDLE, pool.idleMb());
    metrics.set(Metric.MEMORY_STEM_CELLS, pool.stemCellMb());
    metrics.set(Metric.MEMORY_PREPARING, pool.preparingMb());
    metrics.set(Metric.POOL_BUSY, pool.busyContainers());
    metrics.set(Metric.POOL_IDLE, pool.idleContainers());
    metrics.set(Metric.POOL_STEM_CELLS, pool.stemCells());
    metrics.set(Metric.POOL_WAITING, pool.buffered());
  }
}
