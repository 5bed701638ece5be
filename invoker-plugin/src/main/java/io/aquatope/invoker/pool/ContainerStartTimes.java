/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
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
 * Measures the duration of starts: from the order to run an activation to the start of its function
 * according to its record. Activations whose record never arrives are forgotten. Thread-safe.
 *
 * <p>Records carry wall-clock times. A start during which the wall clock was set is left out; a
 * clock that is never set shows this. The first starts of an action with its own image are left out
 * as well, because they wait for the image to be pulled.
 */
public final class ContainerStartTimes {

  private static final int MOST_PENDING = 10_000;

  /** Maximum number of remembered actions with their own images that have started here. */
  private static final int MOST_PULLED = 10_000;

  private static final String OWN_IMAGE = "blackbox";

  /** The clocks differ by less while one of them is being adjusted, and between two readings. */
  private static final Duration TOLERANCE = Duration.ofSeconds(1);

  /** No clock is adjusted by more than a two-thousandth of the time that passes. */
  private static final int ADJUSTED_SHARE = 2000;

  private final Clock clock;
  private final LongSupplier nanos;
  private volatile Consumer<Took> report = took -> {};
  private final Cache<String, Order> pending =
      CacheBuilder.newBuilder().maximumSize(MOST_PENDING).build();
  private final Cache<FunctionId, Boolean> pulled =
      CacheBuilder.newBuilder().maximumSize(MOST_PULLED).build();

  public ContainerStartTimes(Clock clock) {
    this(clock, System::nanoTime);
  }

  /**
   * @param clock that records are written by
   * @param nanos a time in nanoseconds that is never set
   */
  ContainerStartTimes(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /** An order to run an activation, with its time. */
  public record Order(
      FunctionSpec function, StartKind start, Instant at, long nanos, boolean mayPull) {

    Order was(StartKind other) {
      return new Order(function, other, at, nanos, mayPull);
    }
  }

  /** A start and its duration in microseconds. */
  public record Took(FunctionSpec function, StartKind start, long micros) {}

  void ordered(RunActivation activation, StartKind start) {
    ordered(activation.id(), order(activation.function(), start));
  }

  /** An order that is given now. */
  public Order order(FunctionSpec function, StartKind start) {
    boolean mayPull =
        start.isCold()
            && function.kind().equals(OWN_IMAGE)
            && pulled.getIfPresent(function.id()) == null;
    return new Order(function, start, clock.instant(), nanos.getAsLong(), mayPull);
  }

  /** Records which activation an order led to. */
  public void ordered(String activationId, Order order) {
    pending.put(activationId, order);
  }

  /** Changes the kind of a start, which turned out to be another one. */
  public void was(String activationId, StartKind start) {
    pending.asMap().computeIfPresent(activationId, (id, order) -> order.was(start));
  }

  /** Sets the only listener for starts. */
  public void reportTo(Consumer<Took> listener) {
    report = listener;
  }

  /** Reads from records of activations when their functions ran, and passes the records on. */
  public Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> readFrom(
      Function4<TransactionId, WhiskActivation, Object, UserContext, Future<Object>> store) {
    return (tid, activation, blocking, user) -> {
      if (hasRun(activation)) {
        ran(activation.activationId(), activation.start().plus(initTime(activation)));
      }
      return store.apply(tid, activation, blocking, user);
    };
  }

  /**
   * Whether the function ran to its end, with or without an error of its own. Other activations may
   * not have started it.
   */
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

  /** Records when the function of an activation ran, after its initialisation. */
  void ran(String activationId, Instant then) {
    Order order = pending.asMap().remove(activationId);
    if (order == null) {
      return;
    }
    if (order.mayPull) {
      pulled.put(order.function.id(), true);
    } else if (!wasSetSince(order)) {
      long micros = MICROSECONDS.convert(Duration.between(order.at, then));
      report.accept(new Took(order.function, order.start, Math.max(micros, 0)));
    }
  }

  /** Whether the clock that records are written by has been set since an order. */
  private boolean wasSetSince(Order order) {
    Duration passed = Duration.ofNanos(nanos.getAsLong() - order.nanos);
    Duration shown = Duration.between(order.at, clock.instant());
    Duration most = TOLERANCE.plus(passed.dividedBy(ADJUSTED_SHARE));
    return shown.minus(passed).abs().compareTo(most) > 0;
  }
}
