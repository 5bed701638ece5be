/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cluster.KeepingLimits.KeepingLimit;
import io.aquatope.invoker.pool.Actions;
import io.aquatope.invoker.pool.ContainerStart;
import io.aquatope.invoker.pool.ContainerStartTimes;
import io.aquatope.invoker.pool.InvokedFunction;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.invoker.pool.PoolMonitor;
import io.aquatope.invoker.pool.RuntimeKinds;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.prepare.container.PreparationLoss;
import io.aquatope.status.StatusBoard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.Enable$;
import org.apache.openwhisk.common.GracefulShutdown$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.ContainerCreationMessage;
import org.apache.openwhisk.core.connector.ContainerDeletionMessage;
import org.apache.openwhisk.core.connector.GetState$;
import org.apache.openwhisk.core.containerpool.BlackboxStartupError;
import org.apache.openwhisk.core.containerpool.ContainerRemoved;
import org.apache.openwhisk.core.containerpool.v2.ContainerCreationFailed;
import org.apache.openwhisk.core.containerpool.v2.ContainerIsPaused;
import org.apache.openwhisk.core.containerpool.v2.DeletionContainer;
import org.apache.openwhisk.core.containerpool.v2.Initialize;
import org.apache.openwhisk.core.containerpool.v2.Initialized;
import org.apache.openwhisk.core.containerpool.v2.InitializedData;
import org.apache.openwhisk.core.containerpool.v2.MemoryInfo;
import org.apache.openwhisk.core.containerpool.v2.Remove$;
import org.apache.openwhisk.core.containerpool.v2.ResumeFailed;
import org.apache.openwhisk.core.containerpool.v2.Resumed;
import org.apache.openwhisk.core.containerpool.v2.TotalContainerPoolState;
import org.apache.openwhisk.core.containerpool.v2.WarmData;
import org.apache.openwhisk.core.entity.FullyQualifiedEntityName;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.SchedulerInstanceId;
import org.apache.openwhisk.core.entity.WhiskActionMetaData;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.Futures;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.Option;

/** The pool's actor with proxies that the test plays. */
final class LeaseActorTest {

  private static final Actions HELLO = Actions.named("hello");
  private static final Duration DRAIN = ofMillis(200);

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ActorSystem system;

  private final BlockingQueue<TestKit> proxies = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final TestKit health = new TestKit(system);
  private final TestKit data = new TestKit(system);
  private final TestKit watcher = new TestKit(system);
  private final InvokedFunctions functions = new InvokedFunctions();
  private final Heard heard = new Heard();

  @BeforeAll
  static void startActors() {
    system = ActorSystem.create("LeaseActorTest");
  }

  @AfterAll
  static void stopActors() {
    TestKit.shutdownActorSystem(system);
  }

  @Test
  void aCreationIsAcknowledgedWhenTheContainerPullsAndNotBefore() throws InterruptedException {
    ActorRef pool = pool(512);
    pool.tell(creation("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();

    Initialize order = proxy.expectMsgClass(Initialize.class);
    assertThat(order.invocationNamespace()).isEqualTo("guest");
    assertThat(order.schedulerHost()).isEqualTo("host");
    assertNoAnswer();
    pool.tell(initialized(), proxy.getRef());

    assertAnswer("a succeeded");
    assertThat(heard.starts).containsExactly(StartKind.COLD);
  }

  @Test
  void aPausedContainerServesTheNextCreation() throws InterruptedException {
    ActorRef pool = pool(512);
    TestKit proxy = started(pool, "a");
    pool.tell(new ContainerIsPaused(warm()), proxy.getRef());

    pool.tell(creation("b"), ActorRef.noSender());
    proxy.expectMsgClass(Initialize.class);
    pool.tell(new Resumed(warm()), proxy.getRef());

    assertAnswer("b succeeded");
    assertThat(heard.starts).containsExactly(StartKind.COLD, StartKind.WARM);
  }

  @Test
  void whatDoesNotFitIsRefusedAtOnceAndTheMemoryTold() throws InterruptedException {
    ActorRef pool = pool(256);
    TestKit unused = started(pool, "a");

    pool.tell(creation("b"), ActorRef.noSender());

    assertAnswer("b REFUSED");
    health.fishForMessage(
        ofSeconds(3),
        "no free memory",
        told -> told instanceof MemoryInfo info && info.freeMemory() == 0);
  }

  @Test
  void aMessageThatIsDeliveredTwiceGetsOneContainerAndOneAnswer() throws InterruptedException {
    ActorRef pool = pool(1024);
    pool.tell(creation("a"), ActorRef.noSender());
    pool.tell(creation("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    pool.tell(initialized(), proxy.getRef());

    assertAnswer("a succeeded");
    assertNoAnswer();
    assertThat(proxies).isEmpty();
  }

  @Test
  void aFailedCreationIsAnsweredOnceAlthoughTheProxyReportsItTwice() throws InterruptedException {
    ActorRef pool = pool(512);
    pool.tell(creation("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    pool.tell(
        new ContainerCreationFailed(new BlackboxStartupError("no such image")), proxy.getRef());
    pool.tell(new ContainerRemoved(true), proxy.getRef());

    assertAnswer("a IMAGE");
    assertNoAnswer();
    assertFree(pool);
  }

  @Test
  void aContainerLostBeforeItBeganIsReplacedOnce() throws InterruptedException {
    ActorRef pool = pool(512);
    pool.tell(creation("a"), ActorRef.noSender());
    TestKit first = nextProxy();
    pool.tell(new ContainerRemoved(true), first.getRef());
    TestKit second = nextProxy();
    second.expectMsgClass(Initialize.class);
    assertNoAnswer();

    pool.tell(new ContainerRemoved(true), second.getRef());

    assertAnswer("a FAILED");
    assertNoAnswer();
    assertFree(pool);
  }

  @Test
  void aContainerThatCannotBeResumedIsReplaced() throws InterruptedException {
    ActorRef pool = pool(512);
    TestKit proxy = started(pool, "a");
    pool.tell(new ContainerIsPaused(warm()), proxy.getRef());
    pool.tell(creation("b"), ActorRef.noSender());
    proxy.expectMsgClass(Initialize.class);

    pool.tell(new ResumeFailed(warm()), proxy.getRef());
    pool.tell(new ContainerRemoved(true), proxy.getRef());
    TestKit other = nextProxy();
    pool.tell(initialized(), other.getRef());

    assertAnswer("b succeeded");
    assertNoAnswer();
  }

  @Test
  void aProxyThatDiesBeforeItBeganLosesNoCreation() throws InterruptedException {
    ActorRef pool = pool(512);
    pool.tell(creation("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();

    system.stop(proxy.getRef());
    TestKit other = nextProxy();
    pool.tell(initialized(), other.getRef());

    assertAnswer("a succeeded");
    assertNoAnswer();
  }

  @Test
  void aProxyThatDiesAtWorkFreesItsMemory() throws InterruptedException {
    ActorRef pool = pool(256);
    TestKit proxy = started(pool, "a");

    system.stop(proxy.getRef());

    assertFree(pool);
    assertNoAnswer();
  }

  @Test
  void aFailureOfAnObserverAnswersTheCreation() throws InterruptedException {
    ActorRef pool = pool(512);
    heard.fails = true;
    pool.tell(creation("a"), ActorRef.noSender());

    assertAnswer("a FAILED");
    assertNoAnswer();
    heard.fails = false;
    assertFree(pool);
  }

  @Test
  void aDisabledInvokerRefusesInWordsTheSchedulerUnderstandsAndEmpties()
      throws InterruptedException {
    ActorRef pool = pool(1024);
    TestKit busy = started(pool, "a");
    TestKit idle = started(pool, "b");
    pool.tell(new ContainerIsPaused(warm()), idle.getRef());

    pool.tell(GracefulShutdown$.MODULE$, ActorRef.noSender());
    pool.tell(creation("c"), ActorRef.noSender());

    assertAnswer("c REFUSED");
    busy.expectMsg(GracefulShutdown$.MODULE$);
    idle.expectMsg(Remove$.MODULE$);
    // What was told in the moment of its pause would not hear it: it is told again when it can.
    pool.tell(new ContainerIsPaused(warm()), busy.getRef());
    busy.expectMsg(Remove$.MODULE$);
    assertFree(pool);

    pool.tell(Enable$.MODULE$, ActorRef.noSender());
    pool.tell(creation("d"), ActorRef.noSender());
    pool.tell(initialized(), nextProxy().getRef());
    assertAnswer("d succeeded");
  }

  /** The next batch of a drain came after the invoker was enabled, and disabled it for good. */
  @Test
  void anInvokerThatIsEnabledInTheMiddleOfADrainStaysEnabled() throws InterruptedException {
    ActorRef pool = pool(1024);
    TestKit busy = started(pool, "a");

    pool.tell(GracefulShutdown$.MODULE$, ActorRef.noSender());
    busy.expectMsg(GracefulShutdown$.MODULE$);
    pool.tell(Enable$.MODULE$, ActorRef.noSender());
    busy.expectNoMessage(DRAIN.multipliedBy(3));
    pool.tell(creation("b"), ActorRef.noSender());

    pool.tell(initialized(), nextProxy().getRef());
    assertAnswer("b succeeded");
  }

  @Test
  void outdatedContainersEnd() throws InterruptedException {
    ActorRef pool = pool(1024);
    TestKit busy = started(pool, "a");
    TestKit idle = started(pool, "b");
    pool.tell(new ContainerIsPaused(warm()), idle.getRef());

    pool.tell(
        new DeletionContainer(
            new ContainerDeletionMessage(
                transaction(), "guest", name(), "1-hello", new WhiskActionMetaData())),
        ActorRef.noSender());

    busy.expectMsg(GracefulShutdown$.MODULE$);
    idle.expectMsg(Remove$.MODULE$);
  }

  @Test
  void aStateIsAnsweredAsOpenWhiskDoes() throws InterruptedException {
    ActorRef pool = pool(1024);
    TestKit unused = started(pool, "a");
    TestKit idle = started(pool, "b");
    pool.tell(new ContainerIsPaused(warm()), idle.getRef());
    pool.tell(creation("c"), ActorRef.noSender());

    TotalContainerPoolState state = state(pool);

    assertThat(state.totalContainers()).isEqualTo(2);
    assertThat(state.inProgressCount()).isEqualTo(1);
  }

  private TotalContainerPoolState state(ActorRef pool) {
    TestKit asking = new TestKit(system);
    pool.tell(GetState$.MODULE$, asking.getRef());
    return asking.expectMsgClass(TotalContainerPoolState.class);
  }

  private void assertFree(ActorRef pool) {
    health.awaitAssert(
        ofSeconds(3),
        () -> {
          assertThat(state(pool).totalContainers()).isZero();
          return true;
        });
  }

  private TestKit started(ActorRef pool, String id) throws InterruptedException {
    pool.tell(creation(id), ActorRef.noSender());
    TestKit proxy = nextProxy();
    proxy.expectMsgClass(Initialize.class);
    pool.tell(initialized(), proxy.getRef());
    assertAnswer(id + " succeeded");
    return proxy;
  }

  private TestKit nextProxy() throws InterruptedException {
    TestKit proxy = proxies.poll(3, TimeUnit.SECONDS);
    assertThat(proxy).as("another proxy").isNotNull();
    return proxy;
  }

  private void assertAnswer(String expected) throws InterruptedException {
    assertThat(answers.poll(3, TimeUnit.SECONDS)).isEqualTo(expected);
  }

  private void assertNoAnswer() throws InterruptedException {
    assertThat(answers.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  private CreationLease creation(String id) {
    InvokedFunction function = functions.invoked("guest", HELLO.action(), HELLO.initParameters());
    return new CreationLease(
        new ContainerCreationMessage(
            transaction(),
            "guest",
            name(),
            "1-hello",
            new WhiskActionMetaData(),
            new SchedulerInstanceId("0"),
            "host",
            13001,
            0,
            id),
        function);
  }

  private static FullyQualifiedEntityName name() {
    return new FullyQualifiedEntityName(
        HELLO.action().namespace(), "hello", Option.empty(), Option.empty());
  }

  private static TransactionMetadata transaction() {
    return new TransactionMetadata("t", Instant.EPOCH, false, Option.empty());
  }

  private static Initialized initialized() {
    return new Initialized(new InitializedData(null, "guest", HELLO.action(), ActorRef.noSender()));
  }

  private static WarmData warm() {
    return new WarmData(
        null, "guest", HELLO.action(), "1-hello", Instant.EPOCH, ActorRef.noSender());
  }

  @SuppressWarnings("NullAway") // proxies that the test plays create no containers
  private ActorRef pool(long memoryMb) {
    long startNanos = System.nanoTime();
    return system.actorOf(
        LeaseActor.props(
            new LeaseActor.Setup(
                new LeaseDriver.Setup(
                    (parent, creation, pinged, activations) -> {
                      TestKit proxy = new TestKit(system);
                      proxies.add(proxy);
                      return proxy.getRef();
                    },
                    null,
                    null,
                    new RuntimeKinds(Map.of("python:3", Actions.PYTHON), List.of()),
                    functions,
                    new InvokerInstanceId(),
                    heard,
                    activation -> {}),
                new Answers(),
                new WarmKeys((namespace, action) -> true, new Names(), data.getRef()),
                new ContainerStartTimes(Clock.systemUTC()),
                new LeaseActor.Rules(
                    memoryMb,
                    CpuSlots.OFF,
                    new KeepsAll(),
                    true,
                    namespace -> new KeepingLimit(0, 0),
                    10,
                    new LeaseActor.Intervals(ofMillis(100), ofHours(1), DRAIN),
                    () -> (System.nanoTime() - startNanos) / 1000),
                new LeaseActor.Cluster(
                    "whisk", 0, watcher.getRef(), prefix -> Futures.successful(Map.of())),
                health.getRef(),
                new StatusBoard(Clock.systemUTC()))));
  }

  private static final class KeepsAll implements PoolPolicy {
    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      return NEVER;
    }
  }

  private static final class Names implements WarmKeys.Names {
    @Override
    public String warmed(
        String namespace,
        org.apache.openwhisk.core.entity.ExecutableWhiskAction action,
        org.apache.openwhisk.core.containerpool.ContainerId container) {
      return "warmed/" + namespace + "/" + action.name() + "/" + container.asString();
    }

    @Override
    public String existing(
        String namespace,
        org.apache.openwhisk.core.entity.ExecutableWhiskAction action,
        org.apache.openwhisk.core.containerpool.ContainerId container) {
      return "namespace/" + namespace + "/" + action.name() + "/" + container.asString();
    }
  }

  private final class Answers implements CreationAnswers {
    @Override
    public void succeeded(ContainerCreationMessage creation) {
      answers.add(creation.creationId() + " succeeded");
    }

    @Override
    public void refused(ContainerCreationMessage creation, CreationFault fault, String reason) {
      answers.add(creation.creationId() + " " + fault);
    }
  }

  private static final class Heard implements PoolMonitor {

    final List<StartKind> starts = new CopyOnWriteArrayList<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    volatile boolean fails;

    @Override
    public void containerStart(ContainerStart start) {
      if (fails) {
        throw new IllegalStateException("as the test wants it");
      }
      starts.add(start.start());
    }

    @Override
    public void replaced(PreparationLoss loss) {}

    @Override
    public void report(PoolView pool) {}

    @Override
    public void failed(Object event, Throwable cause) {
      failures.add(cause);
    }
  }
}
