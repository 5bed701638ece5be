/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import io.aquatope.text.TenantText;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;

/** Writes the exchange's events to OpenWhisk's log. */
final class WhiskExchangeEvents implements ExchangeEvents {

  /**
   * Maximum length of a line. Names of actions have up to 512 characters, and a line may list
   * several.
   */
  private static final int MOST_CHARACTERS = 8_000;

  private final Logging logging;
  private final TransactionMetadata transaction;
  private final MetricSink metrics;

  WhiskExchangeEvents(Logging logging, TransactionMetadata transaction, MetricSink metrics) {
    this.logging = logging;
    this.transaction = transaction;
    this.metrics = metrics;
  }

  @Override
  public void told(String line) {
    String one = oneLine(line);
    logging.info(this, () -> one, transaction);
  }

  @Override
  public void warned(String line) {
    String one = oneLine(line);
    logging.warn(this, () -> one, transaction);
  }

  /**
   * Removes line breaks. Parts of lines come from tenants and must not begin a line of their own.
   */
  private static String oneLine(String line) {
    return TenantText.plain(line, MOST_CHARACTERS);
  }

  @Override
  public void failed() {
    metrics.count(Metric.THREAD_FAILURES, 1);
  }
}
