/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.it.lockstep;

import static java.util.Objects.requireNonNull;

import io.aquatope.whisk.ForwardingContainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ContainerCreationAckMessage;
import org.apache.openwhisk.core.connector.ContainerCreationMessage;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerId;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.containerpool.ContainerRemoved;
import org.apache.openwhisk.core.containerpool.PrewarmingConfig;
import org.apache.openwhisk.core.containerpool.v2.ContainerIsPaused;
import org.apache.openwhisk.core.containerpool.v2.CreationContainer;
import org.apache.openwhisk.core.containerpool.v2.Initialize;
import org.apache.openwhisk.core.containerpool.v2.Initialized;
import org.apache.openwhisk.core.containerpool.v2.InitializedData;
import org.apache.openwhisk.core.containerpool.v2.MemoryInfo;
import org.apache.openwhisk.core.containerpool.v2.PreWarmData;
import org.apache.openwhisk.core.containerpool.v2.ReadyToWork;
import org.apache.openwhisk.core.containerpool.v2.Remove$;
import org.apache.openwhisk.core.containerpool.v2.ResumeFailed;
import org.apache.openwhisk.core.containerpool.v2.Resumed;
import org.apache.openwhisk.core.containerpool.v2.Start;
import org.apache.openwhisk.core.containerpool.v2.WarmData;
import org.apache.openwhisk.core.entity.ActionLimits;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.CodeExecAsString;
import org.apache.openwhisk.core.entity.ExecManifest$RuntimeManifest;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.SchedulerInstanceId;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.testkit.CallingThreadDispatcher;
import org.apache.pekko.testkit.TestActorRef;
import scala.Function0;
import scala.Function1;
import scala.Function2;
import scala.Option;
import scala.Tuple3;
import scala.collection.JavaConverters;
import scala.collection.Seq;
import scala.collection.immutable.Map$;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * OpenWhisk's function-pulling pool, an actor that runs on the calling thread: when an event
 * returns, all that follows from it has happened. Its containers are recorders, numbered from 0.
 */
final class PullingPoolSide implements AutoCloseable {

  /** Not declared anywhere: nothing but this test needs it. */
  private static final String POOL =
      "org.apache.openwhisk.core.containerpool.v2.FunctionPullingContainerPool";

  private static final String REVISION = "1-lockstep";
  private static final FiniteDuration MINUTE = Duration.create(1, "minute");
  private static final FiniteDuration DAY = Duration.create(1, "day");
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
  private final ActorRef health;
  private final ActorRef pool;
  private final List<ActorRef> containers = new ArrayList<>();
  private final List<Order<Integer>> orders = new ArrayList<>();
  private final List<Integer> succeeded = new ArrayList<>();
  private final List<Integer> refused = new ArrayList<>();
  private final Map<Integer, WhiskAction> actions = new HashMap<>();
  private final Thread caller = Thread.currentThread();
  private Instant lastEvent = Instant.EPOCH;
  private long freeMb;

  PullingPoolSide(ActorSystem system, int memoryMb, int stemCells, int stemCellMb) {
    this.system = system;
    freeMb = memoryMb;
    health = TestActorRef.create(system, Props.create(Health.class, () -> new Health(this)));
    List<PrewarmingConfig> cells =
        stemCells == 0
            ? List.of()
            : List.of(
                new PrewarmingConfig(
                    stemCells,
                    new CodeExecAsString(PYTHON, "", Option.empty()),
                    mb(stemCellMb),
                    Option.empty()));
    Function1<ActorRefFactory, ActorRef> children = this::newContainer;
    Function2<SchedulerInstanceId, ContainerCreationAckMessage, ?> acks =
        (scheduler, ack) -> {
          acknowledged(ack);
          return Futures.successful(null);
        };
    pool =
        TestActorRef.create(
            system,
            Props.create(
                poolClass(),
                children,
                health,
                config(memoryMb),
                null,
                JavaConverters.asScalaBuffer(cells).toList(),
                acks,
                new Silence()));
  }

  private static Class<?> poolClass() {
    try {
      return Class.forName(POOL);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("an OpenWhisk without " + POOL, e);
    }
  }

  private static ContainerPoolConfig config(int memoryMb) {
    return new ContainerPoolConfig(
        mb(memoryMb),
        0.5,
        false,
        DAY,
        DAY,
        Option.empty(),
        100,
        // Stem cells that fail are started again however often: here only failures happen at will.
        1_000_000,
        false,
        DAY,
        10,
        Option.empty(),
        Option.empty());
  }

  private ActorRef newContainer(ActorRefFactory factory) {
    int number = containers.size();
    ActorRef container =
        factory.actorOf(
            Props.create(Recorder.class, () -> new Recorder(number, orders))
                .withDispatcher(CallingThreadDispatcher.Id()));
    containers.add(container);
    return container;
  }

  private void acknowledged(ContainerCreationAckMessage ack) {
    (ack.error().isEmpty() ? succeeded : refused).add(Integer.valueOf(ack.creationId()));
  }

  /** The order that follows names the lease by its transaction. */
  void create(int lease, LockstepFunction function) {
    ContainerCreationMessage message =
        new ContainerCreationMessage(
            new TransactionMetadata(Integer.toString(lease), Instant.EPOCH, false, Option.empty()),
            LockstepFunction.NAMESPACE,
            new FullyQualifiedEntityName(path(), function.name(), Option.empty(), Option.empty()),
            REVISION,
            null,
            new SchedulerInstanceId("0"),
            "host",
            13001,
            0,
            Integer.toString(lease));
    tell(new CreationContainer(message, action(function)), ActorRef.noSender());
  }

  /** The container pulls, for the first time or after a pause. */
  void begun(int container, LockstepFunction function, boolean resumed) {
    tell(
        resumed
            ? new Resumed(warm(container, function, lastEvent))
            : new Initialized(
                new InitializedData(
                    new Named(container),
                    LockstepFunction.NAMESPACE,
                    executable(function),
                    ActorRef.noSender())),
        containers.get(container));
  }

  void resumeFailed(int container, LockstepFunction function) {
    tell(new ResumeFailed(warm(container, function, lastEvent)), containers.get(container));
  }

  /** The time of an activation, for {@link #paused}. */
  Instant now() {
    while (!Instant.now().isAfter(lastEvent)) {
      Thread.onSpinWait();
    }
    lastEvent = Instant.now();
    return lastEvent;
  }

  /**
   * @param lastUsed when it fetched its last activation
   */
  void paused(int container, LockstepFunction function, Instant lastUsed) {
    tell(new ContainerIsPaused(warm(container, function, lastUsed)), containers.get(container));
  }

  void stemCellReady(int container, int memoryMb) {
    tell(
        new ReadyToWork(
            new PreWarmData(
                new Named(container), LockstepFunction.KIND, mb(memoryMb), Option.empty())),
        containers.get(container));
  }

  void removed(int container) {
    tell(new ContainerRemoved(true), containers.get(container));
  }

  List<Order<Integer>> takeOrders() {
    List<Order<Integer>> taken = List.copyOf(orders);
    orders.clear();
    return taken;
  }

  /** The leases that were acknowledged since the last time. */
  List<Integer> takeSucceeded() {
    return take(succeeded);
  }

  /** The leases that were refused since the last time. */
  List<Integer> takeRefused() {
    return take(refused);
  }

  private static List<Integer> take(List<Integer> list) {
    List<Integer> taken = List.copyOf(list);
    list.clear();
    return taken;
  }

  /** As it was told at the last refusal. */
  long freeMb() {
    return freeMb;
  }

  @Override
  public void close() {
    system.stop(pool);
    system.stop(health);
  }

  private void tell(Object message, ActorRef sender) {
    Instant unused = now();
    pool.tell(message, sender);
  }

  private WarmData warm(int container, LockstepFunction function, Instant lastUsed) {
    return new WarmData(
        new Named(container),
        LockstepFunction.NAMESPACE,
        executable(function),
        REVISION,
        lastUsed,
        ActorRef.noSender());
  }

  private ExecutableWhiskAction executable(LockstepFunction function) {
    return requireNonNull(action(function).toExecutableWhiskAction().get());
  }

  private WhiskAction action(LockstepFunction function) {
    return actions.computeIfAbsent(
        function.number(),
        number ->
            new ExecutableWhiskAction(
                    path(),
                    function.name(),
                    new CodeExecAsString(PYTHON, "code", Option.empty()),
                    Map$.MODULE$.empty(),
                    new ActionLimits(MINUTE, function.memoryMb(), 0, 1, Option.empty()),
                    new Tuple3<>(0, 0, 1),
                    false,
                    Map$.MODULE$.empty(),
                    Option.empty())
                .toWhiskAction());
  }

  private static Seq<String> path() {
    return JavaConverters.asScalaBuffer(List.of(LockstepFunction.NAMESPACE)).toList();
  }

  private static ByteSize mb(int mb) {
    return new ByteSize(mb, SizeUnits$MB$.MODULE$);
  }

  /** A container that has an id and nothing else. */
  private static final class Named extends ForwardingContainer {

    private final int number;

    Named(int number) {
      this.number = number;
    }

    @Override
    protected Container inner() {
      throw new AssertionError("a pool uses its containers' ids only");
    }

    @Override
    public ContainerId containerId() {
      return new ContainerId("c" + number);
    }
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
              Initialize.class,
              order ->
                  orders.add(new Order.Given<>(number, Integer.parseInt(order.transId().id()))))
          .match(Start.class, start -> orders.add(new Order.StemCellStarted<>(number)))
          .match(Remove$.class, remove -> orders.add(new Order.Removed<>(number)))
          .build();
    }
  }

  /** Receives the free memory; a timer of the pool also tells it, from a thread of its own. */
  private static final class Health extends AbstractActor {

    private final PullingPoolSide side;

    Health(PullingPoolSide side) {
      this.side = side;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder().match(MemoryInfo.class, this::told).matchAny(message -> {}).build();
    }

    private void told(MemoryInfo info) {
      if (Thread.currentThread() == side.caller) {
        side.freeMb = info.freeMemory();
      }
    }
  }

  private static final class Silence implements Logging {
    @Override
    public void emit(
        int logLevel, TransactionMetadata id, Object from, Function0<String> message) {}
  }
}
