/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import io.aquatope.pool.FatalErrors;
import io.aquatope.whisk.ContainerInitialisation;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.pekko.actor.ActorSystem;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;

/** Prepares containers. Thread-safe. */
public final class ContainerPreparation {

  private static final Duration LIVENESS_TIMEOUT = Duration.ofMillis(500);

  private final IdlePause.Delay pauseGrace;
  private final LivenessProbe liveness;
  private final TransactionMetadata transid;
  private final ExecutionContext context;

  /**
   * @param transid transaction of the work ahead of calls
   */
  public ContainerPreparation(
      IdlePause.Delay pauseGrace,
      LivenessProbe liveness,
      TransactionMetadata transid,
      ExecutionContext context) {
    this.pauseGrace = pauseGrace;
    this.liveness = liveness;
    this.transid = transid;
    this.context = context;
  }

  /**
   * With the timers of an actor system.
   *
   * @param pauseGrace time for which initialised code runs before it is paused
   * @param transid transaction of the work ahead of calls
   */
  public static ContainerPreparation in(
      ActorSystem system, Duration pauseGrace, TransactionMetadata transid) {
    return new ContainerPreparation(
        work -> system.scheduler().scheduleOnce(pauseGrace, work, system.dispatcher()),
        new LivenessProbe(LIVENESS_TIMEOUT),
        transid,
        system.dispatcher());
  }

  /**
   * Creates a container and, if requested, initialises it. If the initialisation fails, the
   * container is destroyed and the future fails.
   *
   * @param losses receives the reason if an activation gets another container in the end
   */
  public Future<Container> prepare(
      ContainerSupplier origin,
      Optional<ContainerInitialisation> initialisation,
      Consumer<PreparationLoss> losses) {
    return prepare(origin, initialisation)
        .map(ready -> new PreparedContainer(ready, origin, losses), context);
  }

  /**
   * Prepares a container again that was given to a proxy and has run no code of a call.
   *
   * @param unused completes when the former proxy has let it go
   * @param losses receives the reason if an activation gets another container in the end
   */
  public Future<Container> again(
      Future<Container> unused, ContainerSupplier origin, Consumer<PreparationLoss> losses) {
    return unused
        .flatMap(
            container ->
                container instanceof PreparedContainer prepared
                    ? prepared.running().map(this::again, context)
                    : Future$.MODULE$.successful(ready(container, Optional.empty())),
            context)
        .map(standby -> new PreparedContainer(standby, origin, losses), context);
  }

  private StandbyContainer again(StandbyContainer former) {
    return ready(former.container(), former.initialisedWith());
  }

  public Future<StandbyContainer> prepare(
      ContainerSupplier origin, Optional<ContainerInitialisation> initialisation) {
    return create(origin)
        .flatMap(
            container ->
                initialisation.isPresent()
                    ? initialise(container, initialisation.get())
                    : Future$.MODULE$.successful(ready(container, Optional.empty())),
            context);
  }

  /** Never throws: callers have other work in progress, for example another activation. */
  private Future<Container> create(ContainerSupplier origin) {
    try {
      return origin.create(transid);
    } catch (Throwable e) {
      FatalErrors.rethrow(e);
      return Future$.MODULE$.failed(e);
    }
  }

  private Future<StandbyContainer> initialise(
      Container container, ContainerInitialisation initialisation) {
    return initialisation
        .in(container, transid)
        .transformWith(
            done ->
                done.isSuccess()
                    ? Future$.MODULE$.successful(
                        ready(container, Optional.of(InitPayload.of(initialisation.initializer()))))
                    : container
                        .destroy(transid)
                        .transformWith(
                            destroyed -> Future$.MODULE$.failed(done.failed().get()), context),
            context);
  }

  /** Destroys a container that is not needed. */
  public Future<BoxedUnit> dismiss(StandbyContainer container) {
    return container.destroy(transid);
  }

  /** The context of the work. */
  public ExecutionContext context() {
    return context;
  }

  /** A container that is in use. */
  public StandbyContainer inUse(Container container) {
    return new StandbyContainer(
        container, Optional.empty(), IdlePause.none(container, transid), liveness);
  }

  /** A container that is no longer in use, or not yet. */
  public StandbyContainer ready(Container container, Optional<InitPayload> initialisedWith) {
    return new StandbyContainer(
        container,
        initialisedWith,
        new IdlePause(
            container, initialisedWith.isPresent() ? pauseGrace : IdlePause.Delay.NEVER, transid),
        liveness);
  }
}
