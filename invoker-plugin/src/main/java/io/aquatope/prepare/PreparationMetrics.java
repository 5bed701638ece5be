/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.metrics.Metric;
import io.aquatope.metrics.MetricSink;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.prepare.container.PreparationListener;
import io.aquatope.prepare.container.PreparationLoss;
import io.aquatope.thread.FailureKinds;
import io.aquatope.thread.FailureText;
import java.util.Locale;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;

/**
 * Counts what becomes of prepared containers: those prepared by depth, the activations started by
 * what they found, containers that went unused, were lost before a call came or replaced when it
 * came, and preparations that were not begun, for lack of memory or of the action, or because
 * others had been lost lately.
 */
public final class PreparationMetrics implements PreparationListener {

  private final MetricSink metrics;
  private final Logging logging;
  private final FailureKinds failures = new FailureKinds();

  public PreparationMetrics(MetricSink metrics, Logging logging) {
    this.metrics = metrics;
    this.logging = logging;
  }

  @Override
  public void prepared(FunctionSpec function, PreparationDepth depth) {
    count(Metric.valueOf("PREPARE_" + depth));
    logging.info(
        this,
        () -> "prepared a container of %s, %s".formatted(LogNames.of(function), word(depth)),
        TransactionId$.MODULE$.invoker());
  }

  @Override
  public void started(StartKind start) {
    count(of(start));
  }

  /** A container goes that was not used for the last time it was kept. */
  public void gone(IdleContainer container) {
    if (container.isPrepared()) {
      count(Metric.PREPARE_UNUSED);
    }
  }

  @Override
  public void lost(FunctionSpec function) {
    count(Metric.PREPARE_LOST);
    warn(
        "a container prepared for %s, or being prepared, is lost".formatted(LogNames.of(function)));
  }

  @Override
  public void failed(Throwable cause) {
    count(Metric.POOL_FAILURES);
    if (failures.count(cause) > 0) {
      logging.error(
          this,
          () -> "the reserve of containers failed: " + FailureText.of(cause),
          TransactionId$.MODULE$.invoker());
    }
  }

  @Override
  public void replaced(PreparationLoss loss) {
    count(
        loss == PreparationLoss.DEAD
            ? Metric.PREPARE_REPLACED_DEAD
            : Metric.PREPARE_REPLACED_MISMATCH);
    warn("a prepared container was replaced as it was wanted: " + word(loss));
  }

  /** There is no memory to prepare one. */
  public void refused() {
    count(Metric.PREPARE_REFUSED);
  }

  /** Losses of a function were forgotten before their time. */
  public void backoffForgotten() {
    count(Metric.PREPARE_BACK_OFF_FORGOTTEN);
  }

  /** The action is no longer held. */
  public void impossible() {
    count(Metric.PREPARE_IMPOSSIBLE);
  }

  /** Others have been lost lately. */
  public void backedOff(PoolAction.Prepare action) {
    count(Metric.PREPARE_BACKED_OFF);
  }

  static Metric of(StartKind start) {
    return Metric.valueOf("START_" + start);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void count(Metric counter) {
    metrics.count(counter, 1);
  }

  private void warn(String message) {
    logging.warn(this, () -> message, TransactionId$.MODULE$.invoker());
  }
}
