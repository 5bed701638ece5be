/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.StartKind;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.prepare.container.PreparedContainer;
import io.aquatope.prepare.container.SafeDepth;
import io.aquatope.prepare.container.StandbyContainer;
import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ContainerRequest;
import io.aquatope.whisk.ContainerRun;
import io.aquatope.whisk.ForwardingContainer;
import java.util.Optional;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ActivationResponse;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.runtime.BoxedUnit;

/**
 * A container that a factory with a reserve has given to a pool of OpenWhisk.
 *
 * <p>Its function is known, and proven, only at its initialisation. If the container was chosen by
 * its name and the name was right, it is used. Otherwise it is replaced by a container of the
 * reserve that was initialised with exactly the requested payload, if there is one. Otherwise it is
 * initialised, or a fresh container if this one was initialised for something else. When the pool
 * destroys it, it goes (back) to the reserve if it is worth keeping.
 *
 * <p>Its id is that of the container which really runs, because log stores use it to query the
 * container engine for logs. The scheduler-based invoker passes no action at initialisation. It has
 * registered the id with the schedulers by then, and withdraws it by the same id. With that
 * invoker, the first id stays.
 */
final class ServedContainer extends ForwardingContainer {

  private final FactoryReserve reserve;
  private final ContainerRequest recipe;
  private final ContainerId firstId;
  private final long orderedMicros;
  private volatile StandbyContainer held;
  private volatile boolean keepsFirstId;
  private volatile StartKind start;
  private volatile @Nullable ReserveEntry<ReservedContainer> taken;
  private volatile @Nullable ServedRuns runs;

  /**
   * @param orderedMicros time of the pool's request
   * @param taken its entry, if it comes from the reserve
   */
  ServedContainer(
      FactoryReserve reserve,
      ContainerRequest recipe,
      StandbyContainer held,
      StartKind start,
      long orderedMicros,
      @Nullable ReserveEntry<ReservedContainer> taken) {
    this.reserve = reserve;
    this.recipe = recipe;
    this.held = held;
    this.start = start;
    this.orderedMicros = orderedMicros;
    this.taken = taken;
    this.firstId = held.container().containerId();
  }

  @Override
  protected Container inner() {
    return held.container();
  }

  /**
   * Never throws: an exception would end the container's proxy and leave the activation unanswered.
   */
  @Override
  protected Future<Interval> initialize(
      ContainerInitialisation asked, TransactionMetadata transid) {
    InitPayload payload = InitPayload.of(asked.initializer());
    if (SafeDepth.isHealthTest(payload)) {
      return asked.in(inner(), transid);
    }
    keepsFirstId = asked.entity().isEmpty();
    long asOf = start == StartKind.STEM_CELL ? reserve.nowMicros() : orderedMicros;
    ReserveEntry<ReservedContainer> chosen = taken;
    taken = null;
    return (chosen != null && chosen.container().isInitialisedWith(payload)
            ? hand(asked, payload, chosen, transid)
            : look(asked, payload, chosen, transid))
        .map(
            interval -> {
              runs = new ServedRuns(reserve, reserve.learn(recipe, asked), payload, start, asOf);
              return interval;
            },
            ec());
  }

  /** Uses a matching container of the reserve, or this one. */
  private Future<Interval> look(
      ContainerInitialisation asked,
      InitPayload payload,
      @Nullable ReserveEntry<ReservedContainer> chosen,
      TransactionMetadata transid) {
    Optional<ReserveEntry<ReservedContainer>> better = reserve.byPayload(recipe, payload);
    if (better.isPresent()) {
      release(chosen, transid);
      held = better.get().container().ready();
      return hand(asked, payload, better.get(), transid);
    }
    if (chosen == null && held.initialisedWith().isEmpty()) {
      return asked.in(inner(), transid);
    }
    if (chosen != null && held.initialisedWith().isEmpty()) {
      return hand(asked, payload, chosen, transid);
    }
    release(chosen, transid);
    return fresh(asked, payload, transid);
  }

  /** Checks the held container, and uses it. */
  private Future<Interval> hand(
      ContainerInitialisation asked,
      InitPayload payload,
      ReserveEntry<ReservedContainer> candidate,
      TransactionMetadata transid) {
    return held.loss(payload)
        .flatMap(
            loss -> {
              if (loss.isPresent()) {
                reserve.lost(candidate.function(), loss.get());
                held.destroy(transid);
                return fresh(asked, payload, transid);
              }
              boolean initialised = held.initialisedWith().isPresent();
              start = initialised ? StartKind.PREPARED : StartKind.CREATED;
              return initialised
                  ? Future$.MODULE$.successful(PreparedContainer.now())
                  : asked.in(inner(), transid);
            },
            ec());
  }

  private Future<Interval> fresh(
      ContainerInitialisation asked, InitPayload payload, TransactionMetadata transid) {
    start = StartKind.COLD;
    return reserve
        .create(recipe, KnownActions.id(payload), transid)
        .transformWith(
            created -> {
              if (created.isFailure()) {
                return PreparedContainer.notReplaced(created.failed().get());
              }
              held = reserve.fresh(created.get());
              return asked.in(inner(), transid);
            },
            ec());
  }

  /** Gives up the held container. If it is unused, it may still serve its own function. */
  private void release(
      @Nullable ReserveEntry<ReservedContainer> chosen, TransactionMetadata transid) {
    if (chosen == null) {
      held.destroy(transid);
    } else {
      reserve.giveBack(chosen);
    }
  }

  @Override
  protected Future<Tuple2<Interval, ActivationResponse>> run(
      ContainerRun run, TransactionMetadata transid) {
    ServedRuns observed = runs;
    if (observed != null) {
      observed.began(transid);
    }
    Future<Tuple2<Interval, ActivationResponse>> result = super.run(run, transid);
    if (observed != null) {
      result.onComplete(
          outcome -> {
            observed.ended(outcome.isSuccess() && outcome.get()._2().statusCode() <= 1);
            return BoxedUnit.UNIT;
          },
          ec());
    }
    return result;
  }

  @Override
  public Future<BoxedUnit> destroy(TransactionMetadata transid) {
    ReserveEntry<ReservedContainer> unused = taken;
    ServedRuns observed = runs;
    if (unused != null) {
      taken = null;
      return reserve.giveBack(unused);
    }
    return observed != null && observed.leave()
        ? reserve.giveBack(
            observed.function(), inner(), observed.payload(), recipe, observed.born())
        : held.destroy(transid);
  }

  @Override
  public ContainerId containerId() {
    return keepsFirstId ? firstId : super.containerId();
  }

  @Override
  public ContainerId id() {
    return containerId();
  }
}
