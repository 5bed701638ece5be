/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.whisk.ForwardingContainer;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.InitializationError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import org.apache.openwhisk.core.entity.WhiskAction;
import scala.Option;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import spray.json.JsObject;

/**
 * A container that is ahead of its first call. To a container proxy it is an ordinary one whose
 * {@code /init} takes no time.
 *
 * <p>When it is to be initialised it proves itself: what the activation asks for has to be {@link
 * InitPayload equal} to what it was initialised with, it has to be resumed if it was {@linkplain
 * Pause paused}, and it has to {@linkplain LivenessProbe answer}. If any of this fails, a fresh
 * container takes its place, is initialised for the activation, and it is destroyed, never used for
 * something else; the activation does not notice, but for the time.
 */
public final class PreparedContainer extends ForwardingContainer {

  private final ContainerSupplier origin;
  private final Consumer<PreparationLoss> losses;
  private volatile StandbyContainer held;

  /**
   * @param origin where a fresh one comes from
   * @param losses hears why it was replaced, if it was
   */
  PreparedContainer(
      StandbyContainer held, ContainerSupplier origin, Consumer<PreparationLoss> losses) {
    this.held = held;
    this.origin = origin;
    this.losses = losses;
  }

  @Override
  protected Container inner() {
    return held.container();
  }

  /**
   * Never throws: that would end the container's proxy, and leave the activation without answer.
   */
  @Override
  public Future<Interval> initialize(
      JsObject initializer,
      FiniteDuration timeout,
      int maxConcurrent,
      Option<WhiskAction> entity,
      TransactionMetadata transid) {
    ContainerInitialisation asked =
        new ContainerInitialisation(initializer, timeout, maxConcurrent, entity);
    return held.loss(asked.payload())
        .flatMap(
            loss -> {
              if (loss.isPresent()) {
                losses.accept(loss.get());
                return replace(asked, transid);
              }
              return held.initialisedWith().isPresent()
                  ? Future$.MODULE$.successful(now())
                  : asked.of(inner(), transid);
            },
            ec());
  }

  private Future<Interval> replace(ContainerInitialisation asked, TransactionMetadata transid) {
    StandbyContainer former = held;
    return origin
        .create(transid)
        .transformWith(
            fresh -> {
              if (fresh.isFailure()) {
                return notReplaced(fresh.failed().get());
              }
              held = former.replacedBy(fresh.get(), transid);
              former.destroy(transid);
              return asked.of(inner(), transid);
            },
            ec());
  }

  public static Future<Interval> notReplaced(Throwable cause) {
    return Future$.MODULE$.failed(
        new InitializationError(
            now(), ActivationResponse$.MODULE$.whiskError(String.valueOf(cause.getMessage()))));
  }

  /** An interval that takes no time. */
  public static Interval now() {
    Instant now = Instant.now();
    return new Interval(now, now);
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    return held.destroy(transid);
  }
}
