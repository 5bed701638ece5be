/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.Metrics;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;

/** In OpenWhisk's log. */
final class WhiskExchangeEvents implements ExchangeEvents {

  private final Logging logging;
  private final TransactionMetadata transaction;
  private final Metrics metrics;

  WhiskExchangeEvents(Logging logging, TransactionMetadata transaction, Metrics metrics) {
    this.logging = logging;
    this.transaction = transaction;
    this.metrics = metrics;
  }

  @Override
  public void told(String line) {
    logging.info(this, () -> line, transaction);
  }

  @Override
  public void warned(String line) {
    logging.warn(this, () -> line, transaction);
  }

  @Override
  public void failed() {
    metrics.count(Metric.THREAD_FAILURES, 1);
  }
}
