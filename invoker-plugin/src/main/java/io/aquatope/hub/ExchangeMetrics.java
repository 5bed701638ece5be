/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.primitives.Booleans;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.aquatope.exchange.join.JoinListener;
import io.aquatope.exchange.member.ExchangeState;
import io.aquatope.exchange.member.LogBounds;
import io.aquatope.exchange.member.LogListener;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.outbox.Transport;
import io.aquatope.exchange.workflow.WorkflowState;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import java.time.Clock;
import java.util.List;

/** Metrics of the exchange and the tuning. Safe for use by several threads. */
final class ExchangeMetrics implements JoinListener, LogListener {

  private final MetricSink metrics;
  private final Clock wallClock;
  private final WorkflowTags tags = new WorkflowTags();

  @GuardedBy("this")
  private long dropped;

  @GuardedBy("this")
  private long refused;

  @GuardedBy("this")
  private long crowded;

  /**
   * @param wallClock clock to compare with the time stamps of other machines
   */
  ExchangeMetrics(MetricSink metrics, Clock wallClock) {
    this.metrics = metrics;
    this.wallClock = wallClock;
  }

  /** Returns a transport that counts messages. */
  Transport counted(Transport transport) {
    return (topic, message) ->
        transport
            .send(topic, message)
            .whenComplete(
                (sent, failure) ->
                    metrics.count(
                        failure == null ? Metric.EXCHANGE_SENT : Metric.EXCHANGE_FAILED, 1));
  }

  @Override
  public void folded(ExchangeState before, ExchangeState after, Message message, boolean first) {
    for (ExchangeRecord record : message.records()) {
      if (record instanceof InstanceReport instance) {
        metrics.record(
            Metric.EXCHANGE_LAG, Math.max(0, wallClock.millis() - instance.observedMs()));
      }
    }
    int release = LogBounds.release(before, after, message);
    if (release > 0) {
      metrics.count(Metric.EXCHANGE_RELEASED, release);
    }
    if (first) {
      after
          .workflows()
          .forEach(
              (name, state) -> {
                WorkflowState known = before.workflows().get(name);
                if (known != null && known.version().equals(state.version())) {
                  tuned(name, known, state);
                }
              });
    }
  }

  private void tuned(String name, WorkflowState before, WorkflowState after) {
    String label = tags.of(name);
    if (before.round().candidates().isEmpty() && !after.round().candidates().isEmpty()) {
      metrics.countFor(label, Metric.TUNE_PROPOSED);
    }
    if (before.round().number() == after.round().number()) {
      return;
    }
    List<Integer> former = before.decision().choice();
    if (former.equals(after.decision().choice())) {
      metrics.countFor(label, Metric.TUNE_KEPT);
    } else if (after.decision().rejected().contains(former)) {
      metrics.countFor(label, Metric.TUNE_TAKEN_BACK);
    } else {
      metrics.countFor(label, Metric.TUNE_ADOPTED);
    }
  }

  @Override
  public void joined(InstanceReport instance, boolean keptTarget) {
    String label = tags.of(instance.workflow());
    metrics.countFor(label, Metric.QOS_INSTANCES);
    if (!keptTarget) {
      metrics.countFor(label, Metric.QOS_VIOLATIONS);
    }
  }

  /** Sets the total number of observations that were dropped so far. */
  synchronized void dropped(long soFar) {
    metrics.count(Metric.EXCHANGE_DROPPED, soFar - dropped);
    dropped = soFar;
  }

  /** Sets the total number of declarations of workflows that were refused so far. */
  synchronized void refused(long soFar) {
    metrics.count(Metric.EXCHANGE_REFUSED, soFar - refused);
    refused = soFar;
  }

  /** Sets the total number of workflow instances that were evicted so far. */
  synchronized void crowded(long soFar) {
    metrics.count(Metric.EXCHANGE_CROWDED, soFar - crowded);
    crowded = soFar;
  }

  /** Sets whether the log is being read at present. */
  void connected(boolean isConnected) {
    metrics.set(Metric.EXCHANGE_CONNECTED, Booleans.countTrue(isConnected));
  }
}
