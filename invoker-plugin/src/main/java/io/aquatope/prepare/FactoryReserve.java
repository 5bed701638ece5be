/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.cpu.limit.ActionAnnotations;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.prepare.KnownActions.Known;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.prepare.container.PreparationListener;
import io.aquatope.prepare.container.PreparationLoss;
import io.aquatope.prepare.container.SafeDepth;
import io.aquatope.prepare.container.StandbyContainer;
import io.aquatope.thread.FailureGuard;
import io.aquatope.whisk.ContainerInitialisation;
import io.aquatope.whisk.ContainerRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/**
 * The reserve of a container factory. The containers that the factory serves report their runs to
 * it, and request other containers from it. Thread-safe.
 */
final class FactoryReserve implements ContainerReserve.Port<ReservedContainer> {

  private final ContainerFactory factory;
  private final ContainerPreparation preparation;
  private final ContainerNames names;
  private final ActionAnnotations annotations;
  private final PreparationListener listener;
  private final LongSupplier clockMicros;
  private final KnownActions known;
  private final ContainerReserve<ReservedContainer> reserve;
  private final FailureGuard guard;

  /**
   * @param factory creates containers
   * @param annotations of {@link SafeDepth#ANNOTATION}
   * @param held receives the heap of the actions that are held for preparation
   * @param reserve creates the reserve, whose orders this object carries out
   */
  FactoryReserve(
      ContainerFactory factory,
      ContainerPreparation preparation,
      ContainerNames names,
      ActionAnnotations annotations,
      PreparationListener listener,
      NamespaceCache.Usage held,
      LongSupplier clockMicros,
      Function<ContainerReserve.Port<ReservedContainer>, ContainerReserve<ReservedContainer>>
          reserve) {
    this.factory = factory;
    this.preparation = preparation;
    this.names = names;
    this.annotations = annotations;
    this.listener = listener;
    this.known = new KnownActions(held);
    this.clockMicros = clockMicros;
    this.reserve = reserve.apply(this);
    this.guard = new FailureGuard(listener::failed);
  }

  long nowMicros() {
    return clockMicros.getAsLong();
  }

  /** Advances the time. Throws only errors of the virtual machine. */
  void tick() {
    guard.attempt(this::passTime);
  }

  private void passTime() {
    reserve.keepOnly(known::holds);
    reserve.tick(nowMicros());
  }

  void close() {
    reserve.close();
  }

  /** Takes a container of the same request for a function that the name allows. */
  Optional<ReserveEntry<ReservedContainer>> byName(ContainerRequest recipe, String containerName) {
    return reserve.take(
        kept ->
            kept.container().recipe().isLike(recipe)
                && ContainerNames.mayBeFor(kept.function().id(), containerName));
  }

  /** Takes a container that was initialised with exactly this payload. */
  Optional<ReserveEntry<ReservedContainer>> byPayload(
      ContainerRequest recipe, InitPayload payload) {
    return reserve.take(
        kept ->
            kept.container().recipe().isLike(recipe)
                && kept.container().isInitialisedWith(payload));
  }

  /** Returns an unused container, which is kept or destroyed. */
  Future<BoxedUnit> giveBack(ReserveEntry<ReservedContainer> kept) {
    return reserve.offer(kept, nowMicros())
        ? scala.concurrent.Future$.MODULE$.successful(BoxedUnit.UNIT)
        : preparation.dismiss(kept.container().ready());
  }

  /**
   * Takes a container that OpenWhisk's pool has released, and keeps or destroys it. It is kept only
   * with a function that is known, and only as long as the function is. Otherwise each container
   * would keep an action of its own alive, with the maximum size of code that OpenWhisk allows.
   */
  Future<BoxedUnit> giveBack(
      FunctionSpec function,
      Container container,
      InitPayload payload,
      ContainerRequest recipe,
      long born) {
    Optional<Known> held =
        known
            .find(function.id())
            .filter(k -> k.payload().equals(payload) && k.recipe().isLike(recipe));
    if (held.isEmpty()) {
      return preparation.dismiss(preparation.ready(container, Optional.of(payload)));
    }
    StandbyContainer ready = preparation.ready(container, Optional.of(held.get().payload()));
    return giveBack(
        new ReserveEntry<>(
            function, new ReservedContainer(ready, held.get().recipe()), false, born, nowMicros()));
  }

  /** A container in use that was never prepared. */
  StandbyContainer fresh(Container container) {
    return preparation.inUse(container);
  }

  Future<Container> create(ContainerRequest recipe, FunctionId function, TransactionMetadata call) {
    return recipe.create(factory, names.next(function), call);
  }

  /**
   * Learns how containers of a function are initialised. From now on others can be prepared, once
   * it is known whether the function's developer allows it.
   */
  FunctionSpec learn(ContainerRequest recipe, ContainerInitialisation initialisation) {
    InitPayload payload = InitPayload.of(initialisation.initializer());
    FunctionId id = KnownActions.id(payload);
    reserve.inUse(id);
    Optional<Known> before = known.find(id);
    if (before.isPresent()) {
      return before.get().function();
    }
    CompletableFuture<Optional<String>> choice =
        annotations.of(id.action(), payload.variable(InitPayload.VERSION).orElse(""));
    var unused =
        choice.thenAccept(
            annotation ->
                known.learn(
                    spec(
                        id,
                        recipe,
                        initialisation,
                        SafeDepth.of(payload, recipe.userProvided(), annotation).depth()),
                    recipe,
                    initialisation));
    return function(spec(id, recipe, initialisation, PreparationDepth.STEM_CELL));
  }

  /** The present knowledge of a function. */
  FunctionSpec function(FunctionSpec former) {
    return known.find(former.id()).map(Known::function).orElse(former);
  }

  private static FunctionSpec spec(
      FunctionId id,
      ContainerRequest recipe,
      ContainerInitialisation initialisation,
      PreparationDepth deepest) {
    return new FunctionSpec(
        id,
        String.valueOf(recipe.image()),
        recipe.memoryMb(),
        initialisation.maxConcurrent(),
        deepest);
  }

  void began(FunctionSpec function, long root, StartKind start) {
    listener.started(start);
    reserve.began(new Served(function, root), start, nowMicros());
  }

  private record Served(FunctionSpec function, long root) implements io.aquatope.pool.Activation {}

  void startTook(FunctionSpec function, StartKind start, long delayMicros) {
    reserve.startTook(function, start, delayMicros, nowMicros());
  }

  void completed(FunctionSpec function, StartKind start) {
    reserve.completed(function, start, nowMicros());
  }

  void aborted(FunctionSpec function) {
    reserve.aborted(function, nowMicros());
  }

  void inPool(FunctionSpec function, int busy, int idle) {
    reserve.inPool(function.id(), busy, idle);
  }

  /** Reports that a container from the reserve was not fit for its activation. */
  void lost(FunctionSpec function, PreparationLoss loss) {
    listener.replaced(loss);
    reserve.lost(function, nowMicros());
  }

  @Override
  public void prepare(FunctionSpec function, PreparationDepth depth) {
    Optional<Known> action = known.find(function.id());
    if (action.isEmpty()) {
      reserve.failed(function, nowMicros());
      return;
    }
    ContainerRequest recipe = action.get().recipe();
    Optional<ContainerInitialisation> initialisation =
        depth == PreparationDepth.INITIALISED
            ? Optional.of(action.get().initialisation())
            : Optional.empty();
    preparation
        .prepare(tid -> create(recipe, function.id(), tid), initialisation)
        .onComplete(
            prepared -> {
              if (prepared.isSuccess()) {
                listener.prepared(function, depth);
                reserve.prepared(
                    function, new ReservedContainer(prepared.get(), recipe), nowMicros());
              } else {
                listener.lost(function);
                reserve.failed(function, nowMicros());
              }
              return BoxedUnit.UNIT;
            },
            preparation.context());
  }

  @Override
  public void dismiss(ReservedContainer container) {
    preparation.dismiss(container.ready());
  }
}
