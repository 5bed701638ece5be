/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.pool;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.Uninterruptibles;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.prepare.container.PreparationLoss;
import io.aquatope.status.StatusBoard;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.openwhisk.core.connector.MessageFeed$Processed$;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerRemoved;
import org.apache.openwhisk.core.containerpool.NeedWork;
import org.apache.openwhisk.core.containerpool.PreWarmedData;
import org.apache.openwhisk.core.containerpool.Remove$;
import org.apache.openwhisk.core.containerpool.RescheduleJob$;
import org.apache.openwhisk.core.containerpool.Run;
import org.apache.openwhisk.core.containerpool.Start;
import org.apache.openwhisk.core.containerpool.WarmedData;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorRefFactory;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.testkit.javadsl.TestKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.Option;

/** The pool's actor between a feed and container proxies that the tests play. */
final class PoolActorTest {

  private static final PoolPolicy KEEP =
      PolicyRegistry.standard().parse("keep-alive:1h").create(settings());
  private static final Container CONTAINER =
      (Container)
          java.lang.reflect.Proxy.newProxyInstance(
              Container.class.getClassLoader(),
              new Class<?>[] {Container.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
              });
  private static final Actions HELLO = Actions.named("hello");
  private static final FunctionSpec HELLO_SPEC =
      new FunctionSpec(
          new FunctionId("guest", "guest/hello", "1-hello"),
          "python:3",
          256,
          1,
          PreparationDepth.CREATED);

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ActorSystem system;

  private final TestKit feed = new TestKit(system);
  private final BlockingQueue<TestKit> proxies = new LinkedBlockingQueue<>();
  private final BlockingQueue<Prepared> preparing = new LinkedBlockingQueue<>();
  private final ContainerStartTimes startTimes = new ContainerStartTimes(Clock.systemUTC());
  private final StatusBoard board = new StatusBoard(Clock.systemUTC());
  private final Heard heard = new Heard();

  /** A container that was ordered to be prepared. */
  private record Prepared(
      TestKit proxy,
      InvokedFunction function,
      PreparationDepth depth,
      Consumer<PreparationLoss> losses) {}

  @BeforeAll
  static void startActors() {
    system = ActorSystem.create("PoolActorTest");
  }

  @AfterAll
  static void stopActors() {
    TestKit.shutdownActorSystem(system);
  }

  @Test
  void aColdStartIsAWarmOneNextTime() throws InterruptedException {
    ActorRef pool = pool(512, KEEP);
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    assertThat(activation(proxy)).isEqualTo("a");

    pool.tell(warm(HELLO), proxy.getRef());
    feed.expectMsg(MessageFeed$Processed$.MODULE$);
    pool.tell(HELLO.run("b"), ActorRef.noSender());

    assertThat(activation(proxy)).isEqualTo("b");
    assertThat(heard.starts).containsExactly(StartKind.COLD, StartKind.WARM);
  }

  @Test
  void thePoolIsShownFromTheStart() {
    ActorRef pool = pool(512, KEEP);

    feed.awaitCond(() -> board.latest().isPresent());

    assertThat(board.latest().orElseThrow().memory().memoryMb()).isEqualTo(512);
    system.stop(pool);
  }

  @Test
  void whatDoesNotFitWaitsForWhatEnds() throws InterruptedException {
    ActorRef pool = pool(256, KEEP);
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    pool.tell(HELLO.run("b"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    assertThat(activation(proxy)).isEqualTo("a");
    proxy.expectNoMessage(ofMillis(100));

    pool.tell(warm(HELLO), proxy.getRef());

    assertThat(activation(proxy)).isEqualTo("b");
  }

  @Test
  void anIdleContainerOfAnotherFunctionMakesRoom() throws InterruptedException {
    ActorRef pool = pool(256, KEEP);
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    TestKit hello = nextProxy();
    activation(hello);
    pool.tell(warm(HELLO), hello.getRef());

    pool.tell(Actions.named("other").run("b"), ActorRef.noSender());

    hello.expectMsg(Remove$.MODULE$);
    assertThat(activation(nextProxy())).isEqualTo("b");
    assertThat(heard.starts).containsExactly(StartKind.COLD, StartKind.RECREATED);
  }

  @Test
  void anActivationThatAContainerReturnsGoesToAnother() throws InterruptedException {
    ActorRef pool = pool(512, KEEP);
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    TestKit broken = nextProxy();
    Run run = broken.expectMsgClass(Run.class);

    pool.tell(RescheduleJob$.MODULE$, broken.getRef());
    pool.tell(run, broken.getRef());

    assertThat(activation(nextProxy())).isEqualTo("a");
    feed.expectNoMessage(ofMillis(100));
  }

  @Test
  void aContainerThatCouldNotBeCreatedIsToldToEndAndTheFeedGetsItsPlaceBack()
      throws InterruptedException {
    ActorRef pool = pool(256, KEEP);
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    activation(proxy);

    pool.tell(new ContainerRemoved(true), proxy.getRef());

    proxy.expectMsgClass(ContainerRemoved.class);
    feed.expectMsg(MessageFeed$Processed$.MODULE$);
    pool.tell(HELLO.run("b"), ActorRef.noSender());
    assertThat(activation(nextProxy())).isEqualTo("b");
  }

  @Test
  void aProxyThatDiesGivesItsMemoryAndItsPlaceInTheFeedBack() throws InterruptedException {
    ActorRef pool = pool(256, KEEP);
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    activation(proxy);

    system.stop(proxy.getRef());

    feed.expectMsg(MessageFeed$Processed$.MODULE$);
    pool.tell(HELLO.run("b"), ActorRef.noSender());
    assertThat(activation(nextProxy())).isEqualTo("b");
  }

  @Test
  void aStemCellIsStartedAheadAndTakenByAnActionOfItsKindAndMemory() throws InterruptedException {
    PolicySettings cells =
        settings().withStemCells(List.of(new StemCellSettings(new StemCell("python:3", 256), 1)));
    ActorRef pool = pool(1024, PolicyRegistry.standard().parse("openwhisk").create(cells));
    TestKit proxy = nextProxy();
    Start start = proxy.expectMsgClass(Start.class);
    assertThat(start.exec().kind()).isEqualTo("python:3");
    assertThat(start.memoryLimit().toMB()).isEqualTo(256);
    assertThat(start.ttl().isEmpty()).isTrue();

    pool.tell(stemCell(), proxy.getRef());
    pool.tell(HELLO.run("a"), ActorRef.noSender());

    assertThat(activation(proxy)).isEqualTo("a");
    nextProxy().expectMsgClass(Start.class);
    assertThat(heard.starts).containsExactly(StartKind.STEM_CELL);
  }

  @Test
  void anIdleContainerIsRemovedWhenItsTimeIsUp() throws InterruptedException {
    ActorRef pool =
        pool(256, PolicyRegistry.standard().parse("keep-alive:50ms").create(settings()));
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    activation(proxy);

    pool.tell(warm(HELLO), proxy.getRef());

    proxy.expectMsg(Remove$.MODULE$);
  }

  @Test
  void anExceptionInTheCoreIsReportedAndCostsNoOtherActivation() throws InterruptedException {
    ActorRef pool = pool(1024, new FailsAtIdle(new IllegalStateException("policy")));
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    activation(proxy);
    pool.tell(warm(HELLO), proxy.getRef());

    pool.tell(Actions.named("other").run("b"), ActorRef.noSender());

    assertThat(activation(nextProxy())).isEqualTo("b");
    assertThat(heard.failures).singleElement().asString().contains("policy");
  }

  /** Of a class of another version of OpenWhisk, for example; it ended the actor. */
  @Test
  void anErrorInTheCoreCostsNoOtherActivationEither() throws InterruptedException {
    ActorRef pool = pool(1024, new FailsAtIdle(new NoSuchMethodError("gone")));
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    activation(proxy);
    pool.tell(warm(HELLO), proxy.getRef());

    pool.tell(Actions.named("other").run("b"), ActorRef.noSender());

    assertThat(activation(nextProxy())).isEqualTo("b");
    assertThat(heard.failures).singleElement().isInstanceOf(NoSuchMethodError.class);
  }

  @Test
  void activationsShareAContainerUpToTheActionsConcurrency() throws InterruptedException {
    Actions shared = HELLO.withConcurrency(2);
    ActorRef pool = pool(512, KEEP);
    for (String id : List.of("a", "b", "c")) {
      pool.tell(shared.run(id), ActorRef.noSender());
    }

    TestKit one = nextProxy();
    TestKit other = nextProxy();

    assertThat(List.of(activation(one), activation(one))).containsExactly("a", "b");
    assertThat(activation(other)).isEqualTo("c");
    assertThat(heard.starts)
        .containsExactly(StartKind.COLD, StartKind.WARMING_COLD, StartKind.COLD);
  }

  @Test
  void tenantsDoNotShareAContainer() throws InterruptedException {
    ActorRef pool = pool(512, KEEP);
    pool.tell(HELLO.run("one", "a"), ActorRef.noSender());
    TestKit proxy = nextProxy();
    activation(proxy);
    pool.tell(warm(HELLO), proxy.getRef());

    pool.tell(HELLO.run("other", "b"), ActorRef.noSender());

    assertThat(activation(nextProxy())).isEqualTo("b");
  }

  @Test
  void aPreparedContainerGetsTheActivationOfItsFunction() throws InterruptedException {
    ActorRef pool = pool(1024, new PreparesOneMore());
    TestKit cold = coldStart(pool, HELLO, "a");
    Prepared prepared = nextPrepared();
    prepared.proxy.expectMsgClass(Start.class);
    assertThat(prepared.depth)
        .as("without annotation it gets its API key")
        .isEqualTo(PreparationDepth.CREATED);
    assertThat(prepared.function.action()).isEqualTo(HELLO.action());

    pool.tell(stemCell(), prepared.proxy.getRef());
    pool.tell(HELLO.run("b"), ActorRef.noSender());

    assertThat(activation(prepared.proxy)).isEqualTo("b");
    cold.expectNoMessage(ofMillis(50));
    assertThat(heard.starts).containsExactly(StartKind.COLD, StartKind.CREATED);
  }

  @Test
  void anActivationJoinsAContainerThatIsStillBeingPrepared() throws InterruptedException {
    ActorRef pool = pool(1024, new PreparesOneMore());
    coldStart(pool, HELLO, "a");
    Prepared prepared = nextPrepared();
    prepared.proxy.expectMsgClass(Start.class);

    pool.tell(HELLO.run("b"), ActorRef.noSender());
    prepared.proxy.expectNoMessage(ofMillis(100));
    pool.tell(stemCell(), prepared.proxy.getRef());

    assertThat(activation(prepared.proxy)).isEqualTo("b");
    assertThat(heard.starts).containsExactly(StartKind.COLD, StartKind.PREPARING);
  }

  @Test
  void anActivationThatJoinedAPreparationThatFailsGoesToAnotherContainer()
      throws InterruptedException {
    ActorRef pool = pool(1024, new PreparesOneMore());
    coldStart(pool, HELLO, "a");
    Prepared prepared = nextPrepared();
    pool.tell(HELLO.run("b"), ActorRef.noSender());

    pool.tell(new ContainerRemoved(true), prepared.proxy.getRef());

    assertThat(activation(nextProxy())).isEqualTo("b");
    feed.expectNoMessage(ofMillis(50));
  }

  @Test
  void theSameHoldsIfTheProxyDiesInstead() throws InterruptedException {
    ActorRef pool = pool(1024, new PreparesOneMore());
    coldStart(pool, HELLO, "a");
    Prepared prepared = nextPrepared();
    pool.tell(HELLO.run("b"), ActorRef.noSender());

    system.stop(prepared.proxy.getRef());

    assertThat(activation(nextProxy())).isEqualTo("b");
  }

  @Test
  void whatIsPreparedForOneTenantIsNotGivenToAnother() throws InterruptedException {
    ActorRef pool = pool(1024, new PreparesOneMore());
    coldStart(pool, HELLO, "a");
    Prepared prepared = nextPrepared();
    pool.tell(stemCell(), prepared.proxy.getRef());

    pool.tell(HELLO.run("other", "b"), ActorRef.noSender());
    pool.tell(HELLO.withRevision("2-hello").run("c"), ActorRef.noSender());

    assertThat(List.of(activation(nextProxy()), activation(nextProxy()))).containsExactly("b", "c");
  }

  @Test
  void whatIsPreparedAndNoLongerWantedIsRemoved() throws InterruptedException {
    ActorRef pool = pool(256, new PreparesOneMore());
    coldStart(pool, HELLO, "a");
    assertThat(preparing.poll(100, TimeUnit.MILLISECONDS)).as("no room").isNull();
    ActorRef roomy = pool(512, new PreparesOneMore());
    coldStart(roomy, HELLO, "a");
    Prepared prepared = nextPrepared();
    prepared.proxy.expectMsgClass(Start.class);
    roomy.tell(stemCell(), prepared.proxy.getRef());

    roomy.tell(Actions.named("other").withMemory(256).run("b"), ActorRef.noSender());

    prepared.proxy.expectMsg(Remove$.MODULE$);
  }

  @Test
  void aContainerInPreparationIsRemovedForAnActivationThatWouldHaveToWait()
      throws InterruptedException {
    ActorRef pool = pool(512, new PreparesOneMore());
    coldStart(pool, HELLO, "a");
    Prepared prepared = nextPrepared();
    prepared.proxy.expectMsgClass(Start.class);

    pool.tell(Actions.named("other").withMemory(256).run("b"), ActorRef.noSender());

    assertThat(activation(nextProxy())).isEqualTo("b");
    prepared.proxy.expectMsg(Remove$.MODULE$);
    // OpenWhisk's proxy finishes the start first, and then obeys.
    pool.tell(stemCell(), prepared.proxy.getRef());
    pool.tell(new ContainerRemoved(false), prepared.proxy.getRef());
    pool.tell(HELLO.run("c"), ActorRef.noSender());
    prepared.proxy.expectNoMessage(ofMillis(50));
  }

  @Test
  void howLongAStartTookIsToldToThePolicy() throws InterruptedException {
    PreparesOneMore policy = new PreparesOneMore();
    ActorRef pool = pool(1024, policy);
    coldStart(pool, HELLO, "a");

    startTimes.ran("a", Instant.now().plusSeconds(7));

    assertThat(policy.took.poll(3, TimeUnit.SECONDS))
        .startsWith("guest:guest/hello@1-hello COLD 7");
  }

  @Test
  void aPreparedContainerThatWasReplacedCountsAsAColdStartThatTookLong()
      throws InterruptedException {
    PreparesOneMore policy = new PreparesOneMore();
    ActorRef pool = pool(1024, policy);
    coldStart(pool, HELLO, "a");
    Prepared prepared = nextPrepared();
    pool.tell(stemCell(), prepared.proxy.getRef());
    pool.tell(HELLO.run("b"), ActorRef.noSender());
    prepared.proxy.fishForSpecificMessage(
        Duration.ofSeconds(3), "the activation", m -> m instanceof Run ? m : null);

    prepared.losses.accept(PreparationLoss.DEAD);
    pool.tell(warm(HELLO), prepared.proxy.getRef());
    feed.expectMsg(MessageFeed$Processed$.MODULE$);
    startTimes.ran("b", Instant.now().plusSeconds(7));

    assertThat(policy.took.poll(3, TimeUnit.SECONDS))
        .startsWith("guest:guest/hello@1-hello COLD 7");
    assertThat(heard.losses).containsExactly(PreparationLoss.DEAD);
  }

  /**
   * The policy plans to prepare what is no longer held, and a call of it comes before that has come
   * out: its container was forgotten while it ran.
   */
  @Test
  void aCallThatComesWhileAPreparationTurnsOutImpossibleStartsInAContainerThatIsCounted()
      throws InterruptedException {
    PlansOnce policy = new PlansOnce(HELLO_SPEC);
    ActorRef pool = pool(256, policy);
    assertThat(policy.planning.await(3, TimeUnit.SECONDS)).isTrue();
    pool.tell(HELLO.run("a"), ActorRef.noSender());
    pool.tell(Actions.named("other").run("b"), ActorRef.noSender());
    policy.mayAnswer.countDown();

    TestKit proxy = nextProxy();
    assertThat(activation(proxy)).isEqualTo("a");
    feed.expectNoMessage(ofMillis(50));
    assertThat(proxies.poll(50, TimeUnit.MILLISECONDS)).as("no room for the other").isNull();
    assertThat(heard.starts).containsExactly(StartKind.COLD);
    assertThat(heard.impossible.get()).isEqualTo(1);

    pool.tell(warm(HELLO), proxy.getRef());
    proxy.expectMsg(Remove$.MODULE$);
    feed.expectMsg(MessageFeed$Processed$.MODULE$);
    assertThat(activation(nextProxy())).isEqualTo("b");
  }

  @Test
  void anActivationOfTheReceiverIsPlacedAsItIs() throws InterruptedException {
    ActorRef pool = pool(256, KEEP);
    pool.tell(new InvokedFunctions().activation(HELLO.run("a")), ActorRef.noSender());

    assertThat(activation(nextProxy())).isEqualTo("a");
  }

  /** A cold start that has ended, so that the function is known and has an idle container. */
  private TestKit coldStart(ActorRef pool, Actions action, String id) throws InterruptedException {
    pool.tell(action.run(id), ActorRef.noSender());
    TestKit proxy = nextProxy();
    activation(proxy);
    return proxy;
  }

  private Prepared nextPrepared() throws InterruptedException {
    Prepared prepared = preparing.poll(3, TimeUnit.SECONDS);
    assertThat(prepared).as("a container being prepared").isNotNull();
    return prepared;
  }

  private ActorRef pool(long memoryMb, PoolPolicy policy) {
    long startNanos = System.nanoTime();
    return system.actorOf(
        PoolActor.props(
            new PoolActor.Setup(
                new ProxyDriver.Setup(
                    new PlayedProxies(),
                    feed.getRef(),
                    new RuntimeKinds(Map.of("python:3", Actions.PYTHON), List.of()),
                    new InvokedFunctions(),
                    startTimes,
                    heard),
                memoryMb,
                CpuSlots.OFF,
                policy,
                board,
                () -> (System.nanoTime() - startNanos) / 1000)));
  }

  private static PolicySettings settings() {
    return PolicySettings.DEFAULT.withKeepAlive(Duration.ofHours(1));
  }

  private TestKit nextProxy() throws InterruptedException {
    TestKit proxy = proxies.poll(3, TimeUnit.SECONDS);
    assertThat(proxy).as("another container proxy").isNotNull();
    return proxy;
  }

  private static String activation(TestKit proxy) {
    return proxy.expectMsgClass(Run.class).msg().activationId();
  }

  private static NeedWork warm(Actions action) {
    return new NeedWork(
        new WarmedData(CONTAINER, "guest", action.action(), Instant.EPOCH, 1, Option.empty()));
  }

  private static NeedWork stemCell() {
    return new NeedWork(
        new PreWarmedData(
            CONTAINER, "python:3", new ByteSize(256, SizeUnits$MB$.MODULE$), 0, Option.empty()));
  }

  /** Has one container more prepared for a function that has started, once. */
  private static final class PreparesOneMore implements PoolPolicy {

    final BlockingQueue<String> took = new LinkedBlockingQueue<>();
    private @Nullable FunctionSpec started;
    private boolean due;

    @Override
    public void started(FunctionSpec function, StartKind start, long nowMicros) {
      due = started == null;
      started = function;
    }

    @Override
    public void startTook(FunctionSpec function, StartKind start, long delay, long nowMicros) {
      took.add("%s %s %s".formatted(function.id(), start, delay));
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      return NEVER;
    }

    @Override
    public long nextPlanMicros(long nowMicros) {
      return nowMicros + 10_000;
    }

    @Override
    public List<PoolAction> plan(long nowMicros) {
      if (!due || started == null) {
        return List.of();
      }
      due = false;
      return List.of(new PoolAction.Prepare(started, 1));
    }
  }

  /** Plans to prepare a container of a function, once, when it is allowed to answer. */
  private static final class PlansOnce implements PoolPolicy {

    final CountDownLatch planning = new CountDownLatch(1);
    final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final FunctionSpec function;

    PlansOnce(FunctionSpec function) {
      this.function = function;
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      return NEVER;
    }

    @Override
    public long nextPlanMicros(long nowMicros) {
      return planning.getCount() == 0 ? NEVER : nowMicros + 1;
    }

    @Override
    public List<PoolAction> plan(long nowMicros) {
      planning.countDown();
      Uninterruptibles.awaitUninterruptibly(mayAnswer);
      return List.of(new PoolAction.Prepare(function, 1));
    }
  }

  /** Each proxy is played by the test. */
  private final class PlayedProxies implements ProxyStarter {

    @Override
    public ActorRef plain(ActorRefFactory parent) {
      TestKit proxy = new TestKit(system);
      proxies.add(proxy);
      return proxy.getRef();
    }

    @Override
    public ActorRef preparing(
        ActorRefFactory parent,
        InvokedFunction function,
        PreparationDepth depth,
        Consumer<PreparationLoss> losses) {
      TestKit proxy = new TestKit(system);
      preparing.add(new Prepared(proxy, function, depth, losses));
      return proxy.getRef();
    }
  }

  private record FailsAtIdle(Throwable failure) implements PoolPolicy {
    @Override
    public long keepAliveMicros(IdleContainer container, long nowMicros) {
      Throwables.throwIfUnchecked(failure);
      throw new AssertionError(failure);
    }
  }

  private static final class Heard implements PoolMonitor {

    final List<StartKind> starts = new CopyOnWriteArrayList<>();
    final List<PreparationLoss> losses = new CopyOnWriteArrayList<>();
    final AtomicInteger impossible = new AtomicInteger();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Override
    public void containerStart(ContainerStart start) {
      starts.add(start.start());
    }

    @Override
    public void replaced(PreparationLoss loss) {
      losses.add(loss);
    }

    @Override
    public void report(PoolView pool) {}

    @Override
    public void impossible(PoolAction.Prepare action, long nowMicros) {
      impossible.incrementAndGet();
    }

    @Override
    public void failed(Object event, Throwable cause) {
      failures.add(cause);
    }
  }
}
