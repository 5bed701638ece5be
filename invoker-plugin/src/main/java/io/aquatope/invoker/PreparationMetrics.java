/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.pool.Depth;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.StartKind;
import io.aquatope.prepare.Loss;
import java.util.Locale;
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
final class PreparationMetrics {

  private static final LogMarkerToken UNUSED = counter("unused");
  private static final LogMarkerToken LOST = counter("lost");
  private static final LogMarkerToken REFUSED = counter("refused");
  private static final LogMarkerToken BACKED_OFF = counter("backedOff");

  private final Logging logging;

  PreparationMetrics(Logging logging) {
    this.logging = logging;
  }

  void prepared(FunctionSpec function, Depth depth) {
    count(counter(name(depth)));
    info("prepared a container of %s, %s".formatted(function.id(), name(depth)));
  }

  void started(StartKind start) {
    count(LogMarkerToken.parse("aquatope_start_" + name(start)));
  }

  void gone(IdleContainer container) {
    if (container.isPrepared()) {
      count(UNUSED);
    }
  }

  void lost(FunctionSpec function) {
    count(LOST);
    warn("a container prepared for %s, or being prepared, is lost".formatted(function.id()));
  }

  void replaced(Loss loss) {
    count(counter("replaced" + (loss == Loss.DEAD ? "Dead" : "Mismatch")));
    warn("a prepared container was replaced as it was wanted: " + name(loss));
  }

  void refused() {
    count(REFUSED);
  }

  void backedOff(PoolAction.Prepare action) {
    count(BACKED_OFF);
  }

  private static LogMarkerToken counter(String what) {
    return LogMarkerToken.parse("aquatope_prepare_" + what);
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
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
