/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

/** Where measured values go. Returns at once and never fails; safe for use by several threads. */
public interface Metrics {

  /** Nobody measures. */
  Metrics NONE =
      new Metrics() {
        @Override
        public void count(Metric counter, long times) {}

        @Override
        public void countFor(String tag, Metric counter) {}

        @Override
        public void set(Metric gauge, long value) {}

        @Override
        public void record(Metric histogram, long value) {}
      };

  /** Adds to a counter, 0 included. */
  void count(Metric counter, long times);

  /** Adds one to a counter that has a tag. */
  void countFor(String tag, Metric counter);

  /** What a gauge shows from now on, in the metric's unit. */
  void set(Metric gauge, long value);

  /** One value of a distribution, in the metric's unit. */
  void record(Metric histogram, long value);
}
