/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ForwardingContainer;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.InitializationError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse$;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;

/**
 * A container that is prepared before its first call. To a container proxy it is an ordinary
 * container whose {@code /init} takes no time.
 *
 * <p>At its initialisation it is checked. The activation's payload must be {@link InitPayload
 * equal} to the one that the container was initialised with. If the container was {@linkplain
 * IdlePause paused}, it must be resumed. It must {@linkplain LivenessProbe answer}. If any check
 * fails, a fresh container is initialised for the activation instead, and this container is
 * destroyed, never used for anything else. The activation notices nothing but the delay.
 */
public final class PreparedContainer extends ForwardingContainer {

  private final ContainerSupplier origin;
  private final Consumer<PreparationLoss> losses;
  private volatile StandbyContainer held;
  private volatile boolean lost;

  /**
   * @param origin creates a fresh container
   * @param losses receives the reason if the container was replaced
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

  /** Resumes the container ahead of its first call. */
  public void wake() {
    var unused = held.pause().end();
  }

  /** Whether the container was needed but unusable, and no fresh one could be created. */
  public boolean isLost() {
    return lost;
  }

  /** The container as it is now, resumed. */
  Future<StandbyContainer> running() {
    StandbyContainer now = held;
    return now.pause().end().map(resumed -> now, ec());
  }

  /**
   * Never throws: an exception would end the container's proxy and leave the activation unanswered.
   */
  @Override
  protected Future<Interval> initialize(
      ContainerInitialisation asked, TransactionMetadata transid) {
    return held.loss(InitPayload.of(asked.initializer()))
        .flatMap(
            loss -> {
              if (loss.isPresent()) {
                losses.accept(loss.get());
                return replace(asked, transid);
              }
              return held.initialisedWith().isPresent()
                  ? Future$.MODULE$.successful(now())
                  : asked.in(inner(), transid);
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
                lost = true;
                return notReplaced(fresh.failed().get());
              }
              held = former.replacedBy(fresh.get(), transid);
              former.destroy(transid);
              return asked.in(inner(), transid);
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
