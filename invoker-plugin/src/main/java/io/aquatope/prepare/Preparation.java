/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.pekko.actor.ActorSystem;
import scala.concurrent.Future;
import scala.concurrent.Future$;

/** Prepares containers. Thread-safe. */
public final class Preparation {

  private static final Duration LIVENESS_TIMEOUT = Duration.ofMillis(500);

  private final Pause.Delay pauseGrace;
  private final Liveness liveness;
  private final TransactionMetadata transid;

  /**
   * @param transid what is done ahead of calls is done in the name of
   */
  Preparation(Pause.Delay pauseGrace, Liveness liveness, TransactionMetadata transid) {
    this.pauseGrace = pauseGrace;
    this.liveness = liveness;
    this.transid = transid;
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
        transid);
  }

  /**
   * Creates a container and, where that is asked for, initialises it. If it cannot be initialised
   * it is destroyed, and the future fails.
   *
   * @param losses hears why the container was not what an activation got in the end, if so
   */
  public Future<Container> prepare(
      Origin origin, Optional<Initialisation> initialisation, Consumer<Loss> losses) {
    return origin
        .create(transid)
        .flatMap(
            container ->
                initialisation.isPresent()
                    ? initialise(container, initialisation.get())
                        .map(
                            done ->
                                prepared(
                                    container,
                                    origin,
                                    Optional.of(initialisation.get().payload()),
                                    losses),
                            container.ec())
                    : Future$.MODULE$.successful(
                        prepared(container, origin, Optional.empty(), losses)),
            scala.concurrent.ExecutionContext$.MODULE$.global());
  }

  private Future<?> initialise(Container container, Initialisation initialisation) {
    return initialisation
        .of(container, transid)
        .transformWith(
            done ->
                done.isSuccess()
                    ? Future$.MODULE$.successful(done.get())
                    : container
                        .destroy(transid)
                        .transformWith(
                            destroyed -> Future$.MODULE$.failed(done.failed().get()),
                            container.ec()),
            container.ec());
  }

  private Container prepared(
      Container container,
      Origin origin,
      Optional<InitPayload> initialisedWith,
      Consumer<Loss> losses) {
    return new PreparedContainer(
        container,
        origin,
        initialisedWith,
        liveness,
        new Pause(container, initialisedWith.isPresent() ? pauseGrace : Pause.Delay.NEVER, transid),
        losses);
  }
}
