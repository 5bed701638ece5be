/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.cpu.limit.ActionAnnotations;
import io.aquatope.pool.FatalErrors;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.GuardedTask;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.prepare.KnownActions.Known;
import io.aquatope.prepare.container.ContainerInitialisation;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.prepare.container.ContainerRequest;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.prepare.container.PreparationListener;
import io.aquatope.prepare.container.PreparationLoss;
import io.aquatope.prepare.container.SafeDepth;
import io.aquatope.prepare.container.StandbyContainer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/**
 * The reserve of a container factory: the containers that it serves report here what they do, and
 * ask here for others. Thread-safe.
 */
final class FactoryReserve implements ContainerReserve.Port<ReservedContainer> {

  private final ContainerFactory factory;
  private final ContainerPreparation preparation;
  private final ContainerNames names;
  private final ActionAnnotations annotations;
  private final PreparationListener listener;
  private final TransactionMetadata transid;
  private final ExecutionContext context;
  private final LongSupplier clockMicros;
  private final KnownActions known;
  private final ContainerReserve<ReservedContainer> reserve;
  private final GuardedTask tick;

  /**
   * @param factory creates containers
   * @param annotations of {@link SafeDepth#ANNOTATION}
   * @param held is told how much the actions take that are held for preparation
   * @param transid what is done ahead of calls is done in the name of
   * @param reserve makes the reserve that orders from this
   */
  FactoryReserve(
      ContainerFactory factory,
      ContainerPreparation preparation,
      ContainerNames names,
      ActionAnnotations annotations,
      PreparationListener listener,
      NamespaceCache.Usage held,
      TransactionMetadata transid,
      ExecutionContext context,
      LongSupplier clockMicros,
      Function<ContainerReserve.Port<ReservedContainer>, ContainerReserve<ReservedContainer>>
          reserve) {
    this.factory = factory;
    this.preparation = preparation;
    this.names = names;
    this.annotations = annotations;
    this.listener = listener;
    this.known = new KnownActions(held);
    this.transid = transid;
    this.context = context;
    this.clockMicros = clockMicros;
    this.reserve = reserve.apply(this);
    this.tick = new GuardedTask(this::passTime, listener::failed);
  }

  long nowMicros() {
    return clockMicros.getAsLong();
  }

  /** Time passes. Throws {@linkplain FatalErrors fatal errors} only. */
  void tick() {
    tick.run();
  }

  private void passTime() {
    reserve.keepOnly(known::holds);
    reserve.tick(nowMicros());
  }

  void close() {
    reserve.close();
  }

  /** A container of the recipe whose function the name hints at, as far ahead as there is one. */
  Optional<ReserveEntry<ReservedContainer>> byName(ContainerRequest recipe, String containerName) {
    return reserve.take(
        kept ->
            kept.container().recipe().isLike(recipe)
                && ContainerNames.mayBeFor(kept.function().id(), containerName));
  }

  /** One that has been initialised with exactly that. */
  Optional<ReserveEntry<ReservedContainer>> byPayload(
      ContainerRequest recipe, InitPayload payload) {
    return reserve.take(
        kept ->
            kept.container().recipe().isLike(recipe)
                && kept.container().isInitialisedWith(payload));
  }

  /** A container that nobody uses is kept or destroyed. */
  Future<BoxedUnit> giveBack(ReserveEntry<ReservedContainer> kept) {
    return reserve.offer(kept, nowMicros())
        ? scala.concurrent.Future$.MODULE$.successful(BoxedUnit.UNIT)
        : kept.container().ready().destroy(transid);
  }

  /**
   * A container that OpenWhisk's pool has no more use for is kept or destroyed. It is kept with
   * what is known of its function, and for as long as that is held: else each container would keep
   * an action of its own alive, with as much code as OpenWhisk allows.
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
      return preparation.ready(container, Optional.of(payload)).destroy(transid);
    }
    StandbyContainer ready = preparation.ready(container, Optional.of(held.get().payload()));
    return giveBack(
        new ReserveEntry<>(
            function, new ReservedContainer(ready, held.get().recipe()), false, born, nowMicros()));
  }

  /** In use, and never prepared. */
  StandbyContainer fresh(Container container) {
    return preparation.inUse(container);
  }

  Future<Container> create(ContainerRequest recipe, FunctionId function, TransactionMetadata call) {
    return recipe.create(factory, names.next(function), call);
  }

  /**
   * A container is initialised for a function: from now on others of it can be prepared, when it is
   * known whether its developer allows it.
   */
  FunctionSpec learn(ContainerRequest recipe, ContainerInitialisation initialisation) {
    InitPayload payload = initialisation.payload();
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

  /** What is known of a function by now. */
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

  /** A container from the reserve was not fit for the activation that was to have it. */
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
            context);
  }

  @Override
  public void dismiss(ReservedContainer container) {
    container.ready().destroy(transid);
  }
}
