/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

/** Receives measured values. Returns at once and never fails; safe for use by several threads. */
public interface MetricSink {

  /** Reports every counter without a tag as 0, so that the first event appears as a change. */
  default void announce() {
    for (Metric metric : Metric.values()) {
      if (metric.kind() == MetricKind.COUNTER && metric.tag().isEmpty()) {
        count(metric, 0);
      }
    }
  }

  /** Adds to a counter, 0 included. */
  void count(Metric counter, long times);

  /** Adds one to a counter that has a tag. */
  void countFor(String tag, Metric counter);

  /** Sets a gauge, in the metric's unit. */
  void set(Metric gauge, long value);

  /** Records one value of a distribution, in the metric's unit. */
  void record(Metric histogram, long value);
}
