/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.ExchangeState;
import io.aquatope.exchange.Message;
import io.aquatope.exchange.WorkflowObserved;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;

/** In OpenWhisk's log and metrics. */
final class WhiskExchangeEvents implements ExchangeEvents {

  private final ExchangeMetrics metrics;
  private final Logging logging;
  private final TransactionMetadata transaction;

  WhiskExchangeEvents(ExchangeMetrics metrics, Logging logging, TransactionMetadata transaction) {
    this.metrics = metrics;
    this.logging = logging;
    this.transaction = transaction;
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
  public void folded(
      ExchangeState before, ExchangeState after, Message message, boolean first, long nowMs) {
    metrics.folded(before, after, message, first, nowMs);
  }

  @Override
  public void joined(WorkflowObserved instance, boolean keptTarget) {
    metrics.joined(instance, keptTarget);
  }
}
