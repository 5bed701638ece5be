/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.containerpool.ContainerPool$;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.containerpool.ContainerRemoved;
import org.apache.openwhisk.core.containerpool.NeedWork;
import org.apache.openwhisk.core.containerpool.PreWarmedData;
import org.apache.openwhisk.core.containerpool.PrewarmingConfig;
import org.apache.openwhisk.core.containerpool.Remove$;
import org.apache.openwhisk.core.containerpool.RescheduleJob$;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.containerpool.Start;
import org.apache.openwhisk.core.containerpool.WarmedData;
import org.apache.openwhisk.core.entity.ActionLimits;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.CodeExecAsString;
import org.apache.openwhisk.core.entity.ExecManifest$RuntimeManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.Identity;
import org.apache.openwhisk.core.entity.Namespace;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.testkit.CallingThreadDispatcher;
import org.apache.pekko.testkit.TestActorRef;
import scala.Function0;
import scala.Option;
import scala.Tuple3;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * OpenWhisk's pool, an actor that runs on the calling thread: when an event returns, all that
 * follows from it has happened. Its containers are recorders, numbered from 0.
 */
final class OpenWhiskSide implements AutoCloseable {

  private static final FiniteDuration MINUTE = Duration.create(1, "minute");
  private static final ExecManifest$RuntimeManifest PYTHON =
      new ExecManifest$RuntimeManifest(
          LockstepFunction.KIND,
          null,
          Option.empty(),
          Option.empty(),
          Option.empty(),
          Option.empty(),
          Option.empty(),
          Option.empty());

  private final ActorSystem system;
  private final ActorRef feed;
  private final ActorRef pool;
  private final List<ActorRef> containers = new ArrayList<>();
  private final List<Order<Integer>> orders = new ArrayList<>();
  private final Map<Integer, ExecutableWhiskAction> actions = new HashMap<>();
  private final Map<Integer, Run> runs = new HashMap<>();
  private Instant lastEvent = Instant.EPOCH;

  OpenWhiskSide(ActorSystem system, int memoryMb, int stemCells, int stemCellMb) {
    this.system = system;
    feed = TestActorRef.create(system, Props.create(Ignorer.class, Ignorer::new));
    List<PrewarmingConfig> cells =
        stemCells == 0
            ? List.of()
            : List.of(
                new PrewarmingConfig(
                    stemCells,
                    new CodeExecAsString(PYTHON, "", Option.empty()),
                    mb(stemCellMb),
                    Option.empty()));
    pool =
        TestActorRef.create(
            system,
            ContainerPool$.MODULE$.props(
                this::newContainer,
                config(memoryMb),
                feed,
                JavaConverters.asScalaBuffer(cells).toList(),
                new Silence()));
  }

  private static ContainerPoolConfig config(int memoryMb) {
    return new ContainerPoolConfig(
        mb(memoryMb),
        0.5,
        false,
        MINUTE,
        MINUTE,
        Option.empty(),
        100,
        3,
        false,
        MINUTE,
        10,
        Option.empty(),
        Option.empty());
  }

  private ActorRef newContainer(ActorRefFactory pool) {
    int number = containers.size();
    ActorRef container =
        pool.actorOf(here(Props.create(Recorder.class, () -> new Recorder(number, orders))));
    containers.add(container);
    return container;
  }

  private static Props here(Props props) {
    return props.withDispatcher(CallingThreadDispatcher.Id());
  }

  void submit(int activation, LockstepFunction function) {
    Run run = new Run(action(function), message(activation, function), Option.empty());
    runs.put(activation, run);
    tell(run, ActorRef.noSender());
  }

  /** As a proxy does that cannot resume its container. */
  void handBack(int from, int activation) {
    tell(RescheduleJob$.MODULE$, containers.get(from));
    tell(requireNonNull(runs.get(activation)), containers.get(from));
  }

  void stemCellReady(int container, int memoryMb) {
    tell(
        new NeedWork(
            new PreWarmedData(null, LockstepFunction.KIND, mb(memoryMb), 0, Option.empty())),
        containers.get(container));
  }

  void completed(int container, LockstepFunction function) {
    tell(
        new NeedWork(
            new WarmedData(
                null,
                LockstepFunction.NAMESPACE,
                action(function),
                Instant.now(),
                1,
                Option.empty())),
        containers.get(container));
  }

  void removed(int container) {
    tell(new ContainerRemoved(true), containers.get(container));
  }

  void rescheduling(int container) {
    tell(RescheduleJob$.MODULE$, containers.get(container));
  }

  List<Order<Integer>> takeOrders() {
    List<Order<Integer>> taken = List.copyOf(orders);
    orders.clear();
    return taken;
  }

  @Override
  public void close() {
    system.stop(pool);
    system.stop(feed);
  }

  /** The pool takes the times of use from the system's clock: no two events at the same one. */
  private void tell(Object message, ActorRef sender) {
    while (!Instant.now().isAfter(lastEvent)) {
      Thread.onSpinWait();
    }
    pool.tell(message, sender);
    lastEvent = Instant.now();
  }

  private ExecutableWhiskAction action(LockstepFunction function) {
    return actions.computeIfAbsent(
        function.number(),
        number ->
            new ExecutableWhiskAction(
                path(),
                function.name(),
                new CodeExecAsString(PYTHON, "code", Option.empty()),
                Map$.MODULE$.empty(),
                new ActionLimits(
                    MINUTE, function.memoryMb(), 0, function.maxConcurrent(), Option.empty()),
                new Tuple3<>(0, 0, 1),
                false,
                Map$.MODULE$.empty(),
                Option.empty()));
  }

  private static ActivationMessage message(int activation, LockstepFunction function) {
    return new ActivationMessage(
        new TransactionMetadata("lockstep", Instant.EPOCH, false, Option.empty()),
        new FullyQualifiedEntityName(path(), function.name(), Option.empty(), Option.empty()),
        "1",
        new Identity(
            "subject", new Namespace(LockstepFunction.NAMESPACE, "uuid"), null, null, null),
        Integer.toString(activation),
        null,
        false,
        Option.empty(),
        null,
        null,
        Option.empty(),
        Option.empty());
  }

  private static Seq<String> path() {
    return JavaConverters.asScalaBuffer(List.of(LockstepFunction.NAMESPACE)).toList();
  }

  private static ByteSize mb(int mb) {
    return new ByteSize(mb, SizeUnits$MB$.MODULE$);
  }

  /** A container proxy that only writes down what it is told. */
  private static final class Recorder extends AbstractActor {

    private final int number;
    private final List<Order<Integer>> orders;

    Recorder(int number, List<Order<Integer>> orders) {
      this.number = number;
      this.orders = orders;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              Run.class,
              run ->
                  orders.add(new Order.Given<>(number, Integer.parseInt(run.msg().activationId()))))
          .match(Start.class, start -> orders.add(new Order.StemCellStarted<>(number)))
          .match(Remove$.class, remove -> orders.add(new Order.Removed<>(number)))
          .build();
    }
  }

  private static final class Ignorer extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder().matchAny(message -> {}).build();
    }
  }

  private static final class Silence implements Logging {
    @Override
    public void emit(
        int logLevel, TransactionMetadata id, Object from, Function0<String> message) {}
  }
}
