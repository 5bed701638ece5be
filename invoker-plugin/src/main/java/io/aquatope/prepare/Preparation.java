/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.FatalErrors;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.pekko.actor.ActorSystem;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/** Prepares containers. Thread-safe. */
public final class Preparation {

  private static final Duration LIVENESS_TIMEOUT = Duration.ofMillis(500);

  private final Pause.Delay pauseGrace;
  private final Liveness liveness;
  private final TransactionMetadata transid;
  private final ExecutionContext context;

  /**
   * @param transid what is done ahead of calls is done in the name of
   */
  Preparation(
      Pause.Delay pauseGrace,
      Liveness liveness,
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
   * @param pauseGrace how long code that has been initialised runs before it is paused
   * @param transid what is done ahead of calls is done in the name of
   */
  public static Preparation in(
      ActorSystem system, Duration pauseGrace, TransactionMetadata transid) {
    return new Preparation(
        work -> system.scheduler().scheduleOnce(pauseGrace, work, system.dispatcher()),
        new Liveness(LIVENESS_TIMEOUT),
        transid,
        system.dispatcher());
  }

  /**
   * Creates a container and, where that is asked for, initialises it. If it cannot be initialised
   * it is destroyed, and the future fails.
   *
   * @param losses hears why the container was not what an activation got in the end, if so
   */
  public Future<Container> prepare(
      Origin origin, Optional<Initialisation> initialisation, Consumer<Loss> losses) {
    return prepare(origin, initialisation)
        .map(ready -> new PreparedContainer(ready, origin, losses), context);
  }

  Future<Ready> prepare(Origin origin, Optional<Initialisation> initialisation) {
    return create(origin)
        .flatMap(
            container ->
                initialisation.isPresent()
                    ? initialise(container, initialisation.get())
                    : Future$.MODULE$.successful(ready(container, Optional.empty())),
            context);
  }

  /** Never throws: it is called where something else goes on, for example another activation. */
  private Future<Container> create(Origin origin) {
    try {
      return origin.create(transid);
    } catch (Throwable e) {
      FatalErrors.rethrow(e);
      return Future$.MODULE$.failed(e);
    }
  }

  private Future<Ready> initialise(Container container, Initialisation initialisation) {
    return initialisation
        .of(container, transid)
        .transformWith(
            done ->
                done.isSuccess()
                    ? Future$.MODULE$.successful(
                        ready(container, Optional.of(initialisation.payload())))
                    : container
                        .destroy(transid)
                        .transformWith(
                            destroyed -> Future$.MODULE$.failed(done.failed().get()), context),
            context);
  }

  /** A container that is in use. */
  Ready inUse(Container container) {
    return new Ready(container, Optional.empty(), Pause.none(container, transid), liveness);
  }

  /** A container that nobody uses any more, or yet. */
  Ready ready(Container container, Optional<InitPayload> initialisedWith) {
    return new Ready(
        container,
        initialisedWith,
        new Pause(container, initialisedWith.isPresent() ? pauseGrace : Pause.Delay.NEVER, transid),
        liveness);
  }
}
