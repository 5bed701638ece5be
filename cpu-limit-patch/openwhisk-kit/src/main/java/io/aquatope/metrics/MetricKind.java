/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

import java.util.Locale;

/** Kinds of metrics, by the way in which their values are combined. */
public enum MetricKind {
  /** Sum since the start of the process. */
  COUNTER,
  /** The latest value. */
  GAUGE,
  /** A distribution. */
  HISTOGRAM;

  /** The prefix of a metric's name in OpenWhisk. */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
