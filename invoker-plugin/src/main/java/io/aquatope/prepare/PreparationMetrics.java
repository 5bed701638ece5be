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
 * Metrics of prepared containers: preparations by depth; activations by the kind of their start;
 * containers that stayed unused, were lost before a call or were replaced at a call; and
 * preparations that were skipped for lack of memory, for lack of the action, or during back-off
 * after recent losses.
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

  /** Counts a container that is released without a use since it was kept. */
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
    warn("a prepared container was replaced when a call needed it: " + word(loss));
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

  /** The function is in back-off after recent losses. */
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
