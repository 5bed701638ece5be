/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

import java.util.Locale;

/** How values of a metric are put together. */
public enum MetricKind {
  /** Adds up from the start of the process on. */
  COUNTER,
  /** The latest value. */
  GAUGE,
  /** A distribution. */
  HISTOGRAM;

  /** As OpenWhisk puts it before the name of a metric. */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
