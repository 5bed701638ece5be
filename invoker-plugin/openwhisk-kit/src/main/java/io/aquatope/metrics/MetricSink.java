/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

/** Where measured values go. Returns at once and never fails; safe for use by several threads. */
public interface MetricSink {

  /** Shows every counter without a tag at 0, so that the first event is seen as a change. */
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

  /** What a gauge shows from now on, in the metric's unit. */
  void set(Metric gauge, long value);

  /** One value of a distribution, in the metric's unit. */
  void record(Metric histogram, long value);
}
