/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionId;
import org.apache.openwhisk.core.database.UserContext;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.core.entity.Parameters$;
import org.apache.openwhisk.core.entity.WhiskActivation;
import org.apache.openwhisk.core.entity.WhiskActivation$;
import scala.Function4;
import scala.Option;
import scala.concurrent.Future;
import spray.json.JsNumber;
import spray.json.JsValue;

/**
 * Measures how long starts take: from the order to run an activation until its function ran, as its
 * record says. Activations whose record never comes are forgotten. Thread-safe.
 */
final class StartTimes {

  private static final int MOST_PENDING = 10_000;

  private final Clock clock;
  private volatile Consumer<Took> report = took -> {};
  private final Cache<String, Order> pending =
      CacheBuilder.newBuilder().maximumSize(MOST_PENDING).build();

  StartTimes(Clock clock) {
    this.clock = clock;
  }

  private record Order(FunctionSpec function, StartKind start, Instant at) {}

  /** A start, and the time in microseconds that it took. */
  record Took(FunctionSpec function, StartKind start, long micros) {}

  void ordered(RunActivation activation, StartKind start) {
    pending.put(activation.id(), new Order(activation.function(), start, clock.instant()));
  }

  /** The start turned out to be another one. */
  void was(RunActivation activation, StartKind start) {
    pending
        .asMap()
        .computeIfPresent(
            activation.id(), (id, order) -> new Order(order.function, start, order.at));
  }

  /** Has somebody told of each start from now on; one only. */
  void reportTo(Consumer<Took> listener) {
    report = listener;
  }

  /** Learns from records of activations when their functions ran, before they are stored. */
  Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> readFrom(
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> store) {
    return (tid, activation, blocking, user) -> {
      if (hasRun(activation)) {
        ran(activation.activationId(), activation.start().plus(initTime(activation)));
      }
      return store.apply(tid, activation, blocking, user);
    };
  }

  /** Well, or with an error of its own; others may not have come as far. */
  private static boolean hasRun(WhiskActivation activation) {
    return activation.response().statusCode() <= ActivationResponse$.MODULE$.ApplicationError();
  }

  private static Duration initTime(WhiskActivation activation) {
    Option<JsValue> millis =
        Parameters$.MODULE$.get$extension(
            activation.annotations(), WhiskActivation$.MODULE$.initTimeAnnotation());
    return millis.isDefined() && millis.get() instanceof JsNumber number
        ? Duration.ofMillis(number.value().toLong())
        : Duration.ZERO;
  }

  /** The function of an activation ran then, after its initialisation. */
  void ran(String activationId, Instant then) {
    Order order = pending.asMap().remove(activationId);
    if (order != null) {
      long micros = MICROSECONDS.convert(Duration.between(order.at, then));
      report.accept(new Took(order.function, order.start, Math.max(micros, 0)));
    }
  }
}
