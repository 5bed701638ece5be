/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.metrics;

/** Units of metrics. Prometheus gets base units: milliseconds appear as seconds, MB as bytes. */
public enum MetricUnit {
  ONE("", ""),
  PERCENT("percent", ""),
  MILLISECONDS("seconds", "_seconds"),
  MEGABYTES("bytes", "_bytes"),
  /** Memory times the time for which it was held. */
  MB_SECONDS("MB·s", ""),
  /** Time of one core. */
  CORE_MICROSECONDS("core·µs", "");

  private final String symbol;
  private final String prometheusSuffix;

  MetricUnit(String symbol, String prometheusSuffix) {
    this.symbol = symbol;
    this.prometheusSuffix = prometheusSuffix;
  }

  /** The unit in Prometheus; empty for a plain number. */
  public String symbol() {
    return symbol;
  }

  String prometheusSuffix() {
    return prometheusSuffix;
  }
}
