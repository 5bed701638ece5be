/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.prepare.NamespaceCache;
import io.aquatope.prepare.container.PreparationLoss;
import io.aquatope.status.StatusBoard;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.openwhisk.core.connector.MessageFeed$Processed$;
import org.apache.openwhisk.core.containerpool.ContainerRemoved;
import org.apache.openwhisk.core.containerpool.Remove$;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.containerpool.Start;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorIdentity;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Identify;
import org.apache.pekko.actor.Props;
import org.apache.pekko.testkit.javadsl.TestKit;

/**
 * The pool's actor, its driver and the functions as they run in an invoker, on one thread and in
 * virtual time. Containers do after some time what the test chooses.
 */
final class SimulatedWhiskInvoker implements PoolMonitor, ProxyStarter, AutoCloseable {

  /** The section of the actors in the configuration: "pekko", and "akka" where that is there. */
  private static final String ACTORS =
      ActorSystem.class.getName().replaceAll(".*?(\\w+)\\.actor\\.\\w+$", "$1");

  private static final String ON_THIS_THREAD = ACTORS + ".test.calling-thread-dispatcher";

  /** What a container does with what it is ordered. */
  interface Behaviour {

    /** What comes of the n-th run, or of the n-th preparation for a tenant. */
    Outcome of(String tenant, String what);
  }

  enum Outcome {
    WELL,
    FAILS,
    HANDS_BACK,
    DIES
  }

  /** How an activation has been started. */
  record Started(long atMillis, StartKind start) {}

  final InvokedFunctions functions;
  final Map<String, Started> started = new HashMap<>();
  final Set<String> submitted = new HashSet<>();
  final Set<String> ended = new HashSet<>();
  final List<Throwable> failures = new ArrayList<>();
  int credits;
  int impossible;
  int prepared;
  private int runs;
  private final Behaviour behaviour;
  private final ActorSystem system;
  private final ActorRef pool;
  private final Set<VirtualContainer> inAccount = new HashSet<>();
  private final SimulatedScheduler scheduler;

  SimulatedWhiskInvoker(long memoryMb, long heldBytes, PoolPolicy policy, Behaviour behaviour) {
    this.behaviour = behaviour;
    system =
        ActorSystem.create(
            "VirtualInvoker",
            ConfigFactory.parseMap(
                    Map.of(
                        ACTORS + ".scheduler.implementation",
                        SimulatedScheduler.class.getName(),
                        ACTORS + ".log-dead-letters",
                        "off",
                        ACTORS + ".loglevel",
                        "WARNING"))
                .withFallback(ConfigFactory.load()));
    scheduler = (SimulatedScheduler) system.scheduler();
    functions =
        new InvokedFunctions(
            heldBytes, () -> nowMillis() * 1_000_000, NamespaceCache.Usage.UNOBSERVED);
    ActorRef feed =
        system.actorOf(Props.create(Feed.class, () -> new Feed()).withDispatcher(ON_THIS_THREAD));
    pool =
        system.actorOf(
            PoolActor.props(
                    new PoolActor.Setup(
                        new ProxyDriver.Setup(
                            this,
                            feed,
                            new RuntimeKinds(Map.of("python:3", Actions.PYTHON), List.of()),
                            functions,
                            new ContainerStartTimes(Clock.systemUTC()),
                            this),
                        memoryMb,
                        CpuSlots.OFF,
                        policy,
                        new StatusBoard(Clock.systemUTC()),
                        () -> nowMillis() * 1_000))
                .withDispatcher(ON_THIS_THREAD));
    awaitStart(feed);
    awaitStart(pool);
  }

  /** Actors at the top begin on a thread of the system, and only then run on the test's. */
  private void awaitStart(ActorRef actor) {
    TestKit probe = new TestKit(system);
    actor.tell(new Identify(1), probe.getRef());
    var unused = probe.expectMsgClass(ActorIdentity.class);
  }

  long nowMillis() {
    return scheduler.nowMillis();
  }

  void submit(Run run) {
    submitted.add(run.msg().activationId());
    pool.tell(functions.activation(run), ActorRef.noSender());
  }

  /** Lets time pass; what is due happens in order. */
  void advance(long millis) {
    scheduler.advanceTo(nowMillis() + millis);
  }

  private void after(long millis, Runnable what) {
    scheduler.after(millis, 0, what);
  }

  /** The memory of containers that were ordered and have not been reported to end. */
  long accountedMb() {
    return inAccount.stream().mapToLong(container -> container.memoryMb).sum();
  }

  @Override
  public ActorRef plain(ActorRefFactory parent) {
    return container(parent, "");
  }

  @Override
  public ActorRef preparing(
      ActorRefFactory parent,
      InvokedFunction function,
      PreparationDepth depth,
      Consumer<PreparationLoss> losses) {
    prepared++;
    return container(parent, function.spec().id().namespace());
  }

  private ActorRef container(ActorRefFactory parent, String tenant) {
    return parent.actorOf(
        Props.create(VirtualContainer.class, () -> new VirtualContainer(tenant))
            .withDispatcher(ON_THIS_THREAD));
  }

  @Override
  public void containerStart(ContainerStart start) {
    started.put(start.id(), new Started(nowMillis(), start.start()));
  }

  @Override
  public void impossible(io.aquatope.pool.PoolAction.Prepare action, long nowMicros) {
    impossible++;
  }

  @Override
  public void replaced(PreparationLoss loss) {}

  @Override
  public void report(PoolView view) {}

  @Override
  public void failed(Object event, Throwable cause) {
    failures.add(cause);
  }

  @Override
  public void close() {
    TestKit.shutdownActorSystem(system);
  }

  private void end(Run run) {
    assertThat(ended.add(run.msg().activationId())).as("ends once").isTrue();
  }

  /** Counts what the pool asks for. */
  private final class Feed extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .matchEquals(MessageFeed$Processed$.MODULE$, processed -> credits++)
          .build();
    }
  }

  /** Stands for a container proxy and its container. */
  private final class VirtualContainer extends AbstractActor {

    private static final long CREATION_MILLIS = 400;
    private static final long RUN_MILLIS = 150;

    private final String preparedFor;
    private final List<Run> running = new ArrayList<>();
    private long memoryMb;
    private boolean isThere;
    private boolean leaves;

    VirtualContainer(String preparedFor) {
      this.preparedFor = preparedFor;
    }

    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(Start.class, this::prepare)
          .match(Run.class, this::run)
          .matchEquals(Remove$.MODULE$, order -> leave(() -> tell(new ContainerRemoved(false))))
          .match(ContainerRemoved.class, order -> stop())
          .build();
    }

    private void prepare(Start start) {
      account(Math.toIntExact(start.memoryLimit().toMB()));
      after(
          CREATION_MILLIS,
          () -> {
            if (leaves) {
              return;
            }
            switch (behaviour.of(preparedFor, "preparation " + prepared)) {
              case WELL -> {
                isThere = true;
                tell(PoolMessages.stemCell());
              }
              case FAILS, HANDS_BACK -> leave(() -> tell(new ContainerRemoved(true)));
              case DIES -> die();
            }
          });
    }

    private void account(int mb) {
      if (memoryMb == 0) {
        memoryMb = mb;
        inAccount.add(this);
      }
    }

    private void run(Run run) {
      account(run.action().limits().memory());
      if (leaves) {
        tell(run);
        return;
      }
      running.add(run);
      after((isThere ? 0 : CREATION_MILLIS) + RUN_MILLIS, () -> finish(run));
    }

    private void finish(Run run) {
      if (leaves) {
        return;
      }
      switch (behaviour.of(
          run.msg().user().namespace().name(),
          run.msg().activationId() + " in the run number " + ++runs)) {
        case WELL -> {
          isThere = true;
          running.remove(run);
          end(run);
          tell(PoolMessages.warm(run));
        }
        case FAILS -> {
          running.remove(run);
          end(run);
          leave(() -> tell(new ContainerRemoved(true)));
        }
        case HANDS_BACK -> leave(() -> tell(PoolMessages.RESCHEDULE));
        case DIES -> {
          running.forEach(SimulatedWhiskInvoker.this::end);
          running.clear();
          die();
        }
      }
    }

    /** Says that it ends, hands back what it has, and has gone a little later. */
    private void leave(Runnable farewell) {
      if (leaves) {
        return;
      }
      leaves = true;
      inAccount.remove(this);
      farewell.run();
      List.copyOf(running).forEach(this::tell);
      running.clear();
      after(20, this::stop);
    }

    /** Without a word: nobody knows before it has gone. */
    private void die() {
      leaves = true;
      after(20, this::stop);
    }

    private void stop() {
      inAccount.remove(this);
      leaves = true;
      system.stop(getSelf());
    }

    private void tell(Object message) {
      pool.tell(message, getSelf());
    }
  }
}
