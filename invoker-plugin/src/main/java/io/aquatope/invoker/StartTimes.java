/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

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

  /** The function of an activation ran then, after its initialisation. */
  void ran(String activationId, Instant then) {
    Order order = pending.asMap().remove(activationId);
    if (order != null) {
      long micros = MICROSECONDS.convert(Duration.between(order.at, then));
      report.accept(new Took(order.function, order.start, Math.max(micros, 0)));
    }
  }
}
