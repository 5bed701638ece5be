/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import io.aquatope.text.TenantText;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;

/** In OpenWhisk's log. */
final class WhiskExchangeEvents implements ExchangeEvents {

  /** Names of actions have up to 512, and a line may list some. */
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

  /** Parts of lines come from tenants, by whichever way: none begins a line of its own. */
  private static String oneLine(String line) {
    return TenantText.plain(line, MOST_CHARACTERS);
  }

  @Override
  public void failed() {
    metrics.count(Metric.THREAD_FAILURES, 1);
  }
}
