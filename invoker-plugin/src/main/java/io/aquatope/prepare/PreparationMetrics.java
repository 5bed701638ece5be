/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import com.google.common.base.CaseFormat;
import io.aquatope.pool.Depth;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.StartKind;
import org.apache.openwhisk.common.LogMarkerToken;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.MetricEmitter$;
import org.apache.openwhisk.common.TransactionId$;

/**
 * Counts what becomes of prepared containers, as {@code openwhisk.counter.aquatope_prepare*}: those
 * prepared by depth, the activations started by what they found, containers that went unused, were
 * lost before a call came or replaced when it came, and preparations that were not begun, for lack
 * of memory or because others had been lost lately.
 */
public final class PreparationMetrics implements PreparationListener {

  private static final LogMarkerToken UNUSED = counter("unused");
  private static final LogMarkerToken LOST = counter("lost");
  private static final LogMarkerToken REFUSED = counter("refused");
  private static final LogMarkerToken BACKED_OFF = counter("backedOff");

  private final Logging logging;

  public PreparationMetrics(Logging logging) {
    this.logging = logging;
  }

  @Override
  public void prepared(FunctionSpec function, Depth depth) {
    count(counter(name(depth)));
    info("prepared a container of %s, %s".formatted(function.id(), name(depth)));
  }

  @Override
  public void started(StartKind start) {
    count(token(start));
  }

  /** A container goes that was not used for the last time it was kept. */
  public void gone(IdleContainer container) {
    if (container.isPrepared()) {
      count(UNUSED);
    }
  }

  @Override
  public void lost(FunctionSpec function) {
    count(LOST);
    warn("a container prepared for %s, or being prepared, is lost".formatted(function.id()));
  }

  @Override
  public void replaced(Loss loss) {
    count(counter("replaced" + (loss == Loss.DEAD ? "Dead" : "Mismatch")));
    warn("a prepared container was replaced as it was wanted: " + name(loss));
  }

  /** There is no memory to prepare one. */
  public void refused() {
    count(REFUSED);
  }

  /** Others have been lost lately. */
  public void backedOff(PoolAction.Prepare action) {
    count(BACKED_OFF);
  }

  private static LogMarkerToken counter(String what) {
    return LogMarkerToken.parse("aquatope_prepare_" + what);
  }

  /** OpenWhisk parts a token at underscores, so there must be none within its parts. */
  static LogMarkerToken token(StartKind start) {
    return LogMarkerToken.parse("aquatope_start_" + name(start));
  }

  private static String name(Enum<?> value) {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.LOWER_CAMEL, value.name());
  }

  private static void count(LogMarkerToken token) {
    MetricEmitter$.MODULE$.emitCounterMetric(token, 1);
  }

  private void info(String message) {
    logging.info(this, () -> message, TransactionId$.MODULE$.invoker());
  }

  private void warn(String message) {
    logging.warn(this, () -> message, TransactionId$.MODULE$.invoker());
  }
}
