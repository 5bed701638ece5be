/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.prepare.container.InitPayload;
import io.aquatope.prepare.container.LivenessProbe;
import io.aquatope.prepare.container.PreparationListener;
import io.aquatope.whisk.ContainerRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ExecManifest$ImageName;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.apache.pekko.actor.Cancellable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;
import scala.Some;
import scala.concurrent.Await;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;

/** A factory with a reserve as OpenWhisk's own pools use it; what is peculiar to each of them. */
final class PreparingContainerFactoryTest {

  private static final FiniteDuration MINUTE = FiniteDuration.create(1, "minute");
  private static final ExecManifest$ImageName PYTHON = new ExecManifest$ImageName();
  private static final ByteSize MB_256 = new ByteSize(256, SizeUnits$MB$.MODULE$);
  private static final Option<WhiskAction> SCHEDULER = Option.empty();
  private static final Option<WhiskAction> STOCK = new Some<>(new WhiskAction());
  private static final Payloads HELLO = Payloads.HELLO;

  private final List<ScriptedContainer> created = new CopyOnWriteArrayList<>();
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final AtomicLong clock = new AtomicLong(1);
  private final Preparing policy = new Preparing();
  private Optional<String> annotation = Optional.empty();
  private volatile boolean factoryFails;
  private FactoryReserve reserve = reserve(1024);
  private ContainerFactory factory = factory();

  @SuppressWarnings("NullAway.Init") // set before each test
  private ServerSocket runtime;

  @BeforeEach
  void listen() throws IOException {
    runtime = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stopListening() throws IOException {
    runtime.close();
  }

  @Test
  void aPreparedContainerServesTheNextColdStart() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);
    prepareOne();

    Container second = create("wsk0_2_guest_hello");
    Interval interval = initialize(second, HELLO.ofActivation("b"), SCHEDULER);
    run(second);

    assertThat(created).as("no third one").hasSize(2);
    assertThat(interval.start()).isEqualTo(interval.end());
    assertThat(created.get(1).calls).containsExactly("initialize", "run");
    assertThat(policy.starts).containsExactly("COLD", "PREPARED");
  }

  @Test
  void whoItIsForIsLearntFromTheInitialisationAlone() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);

    assertThat(policy.functions)
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.id().namespace()).isEqualTo("guest");
              assertThat(function.id().action()).isEqualTo("guest/hello");
              assertThat(function.id().revision()).startsWith("0.0.1~");
              assertThat(function.memoryMb()).isEqualTo(256);
            });
  }

  /**
   * Sanitised they are all {@code guest_hello}, or the owner's namespace stands for the caller's.
   */
  @ParameterizedTest
  @CsvSource({
    "guest, /guest/hel-lo, 0.0.1",
    "gu-est, /gu-est/hello, 0.0.1",
    "guest, /guest/pkg/hello, 0.0.1",
    "guest, /guest/hello, 0.0.2",
    "tenant, /guest/hello, 0.0.1"
  })
  void theNameIsAHintAndNeverProof(String namespace, String action, String version)
      throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);
    prepareOne();
    Payloads hostile = HELLO.in(namespace).named(action).at(version);

    Container other = create("wsk0_2_guest_hello");
    assertThat(created).as("the prepared one is chosen").hasSize(2);
    initialize(other, hostile, SCHEDULER);
    run(other);

    assertThat(created.get(1).calls).as("untouched").doesNotContain("run");
    assertThat(created.get(2).calls).as("a fresh one").containsExactly("initialize", "run");
    assertThat(policy.starts).containsExactly("COLD", "COLD");
  }

  @Test
  void whatWasChosenWronglyStillServesItsOwn() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);
    prepareOne();
    initialize(create("wsk0_2_guest_hello"), HELLO.named("/guest/hel-lo"), SCHEDULER);

    Container own = create("wsk0_3_guest_hello");
    initialize(own, HELLO, SCHEDULER);
    run(own);

    assertThat(created.get(1).calls).containsExactly("initialize", "run");
  }

  @Test
  void thereIsASecondLookWhenItIsInitialised() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);
    Container created2 = create("wsk0_2_guest_hello");
    prepareOne();

    Interval interval = initialize(created2, HELLO, SCHEDULER);

    assertThat(interval.start()).isEqualTo(interval.end());
    assertThat(created.get(1).calls).as("not needed any more").containsExactly("destroy");
  }

  @Test
  void underTheSchedulerTheIdThatIsRegisteredStays() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);
    Container exchanged = create("wsk0_2_guest_hello");
    prepareOne();
    initialize(exchanged, HELLO, SCHEDULER);

    assertThat(exchanged.containerId().asString()).isEqualTo("c2");
    assertThat(exchanged.id().asString()).isEqualTo("c2");
  }

  @Test
  void underTheOtherPoolsTheIdIsTheOneThatLogsAreAskedBy() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, STOCK);
    Container exchanged = create("wsk0_2_guest_hello");
    prepareOne();
    initialize(exchanged, HELLO, STOCK);

    assertThat(exchanged.containerId().asString()).isEqualTo("c3");
  }

  @Test
  void creationIsNotUse() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);
    prepareOne();

    Await.result(create("wsk0_2_guest_hello").destroy(transaction("x")), MINUTE);
    assertThat(created.get(1).calls).as("back in the reserve").containsExactly("initialize");

    Container next = create("wsk0_3_guest_hello");
    initialize(next, HELLO, SCHEDULER);
    assertThat(created).hasSize(2);
  }

  @Test
  void aStemCellIsCreatedAsOneAndStillLooksWhenItIsInitialised() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);
    prepareOne();

    Container stemCell = create("wsk0_2_prewarm_python3");
    assertThat(created).hasSize(3);
    initialize(stemCell, HELLO, SCHEDULER);

    assertThat(created.get(2).calls).containsExactly("destroy");
  }

  @Test
  void theHealthTestIsLeftAlone() throws Exception {
    Payloads health = HELLO.in("whisk.system").named("/whisk.system/invokerHealthTestAction0");

    Container container =
        coldStart("wsk0_1_whisksystem_invokerHealthTestAction0", health, SCHEDULER);
    Await.result(container.destroy(transaction("x")), MINUTE);

    assertThat(policy.functions).isEmpty();
    assertThat(created.get(0).calls).containsExactly("initialize", "run", "destroy");
  }

  @Test
  void aReleasedContainerThatIsStillWorthKeepingServesAgain() throws Exception {
    Container first = coldStart("wsk0_1_guest_hello", HELLO, STOCK);
    Await.result(first.destroy(transaction("x")), MINUTE);

    Container second = create("wsk0_2_guest_hello");
    initialize(second, HELLO, STOCK);
    run(second);

    assertThat(created).hasSize(1);
    assertThat(created.get(0).calls).containsExactly("initialize", "run", "run");
  }

  @Test
  void aReleasedContainerWhoseLastRunWentWrongIsDestroyed() throws Exception {
    Container first = create("wsk0_1_guest_hello");
    initialize(first, HELLO, STOCK);
    created.get(0).statusCode = 2;
    run(first);

    Await.result(first.destroy(transaction("x")), MINUTE);

    assertThat(created.get(0).calls).containsExactly("initialize", "run", "destroy");
  }

  /** It was busy for ever to the policy, which never forgot its function. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void thePolicyHearsThatAContainerIsNotBusyAnyMoreAfterARunThatWentWrong(int statusCode)
      throws Exception {
    Container container = create("wsk0_1_guest_hello");
    initialize(container, HELLO, STOCK);
    created.get(0).statusCode = statusCode;
    run(container);

    assertThat(policy.busyAtEvents).containsExactly("started 1", "aborted 0");

    Await.result(container.destroy(transaction("x")), MINUTE);
    assertThat(policy.view().functions()).isEmpty();
  }

  @Test
  void thePolicyHearsThatAContainerIsNotBusyAnyMoreAfterARunThatWentWell() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, STOCK);

    assertThat(policy.busyAtEvents).containsExactly("started 1", "completed 0");
  }

  @Test
  void thePolicyHearsOfAContainerThatIsDestroyedWhileItRuns() throws Exception {
    Container container = create("wsk0_1_guest_hello");
    initialize(container, HELLO, STOCK);
    created.get(0).neverEnds = true;
    var unused =
        container.run(
            HELLO.json(), HELLO.json(), MINUTE, 1, MB_256, MB_256, false, transaction("call"));

    Await.result(container.destroy(transaction("x")), MINUTE);

    assertThat(policy.busyAtEvents).containsExactly("started 1", "aborted 0");
    assertThat(policy.view().functions()).isEmpty();
  }

  /** A factory that throws threw into the run of whoever's call had the reserve prepare. */
  @Test
  void anExceptionOfTheFactoryCostsNoActivation() throws Exception {
    Container first = coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);
    factoryFails = true;
    policy.followsWithOne = true;

    run(first);

    assertThat(created.get(0).calls).containsExactly("initialize", "run", "run");
    assertThat(policy.lost).hasValue(1);
    assertThat(policy.view().preparingMb()).isZero();
  }

  /** Each container kept the code alive that it had been initialised with. */
  @Test
  void releasedContainersShareWhatIsKnownOfTheirFunction() throws Exception {
    Container first = coldStart("wsk0_1_guest_hello", HELLO, STOCK);
    Container second = coldStart("wsk0_2_guest_hello", HELLO, STOCK);
    Await.result(first.destroy(transaction("x")), MINUTE);
    Await.result(second.destroy(transaction("x")), MINUTE);
    ContainerRequest recipe =
        new ContainerRequest(
            PYTHON,
            false,
            MB_256,
            64,
            Option.empty(),
            Option.empty(),
            new WhiskConfig(),
            new FakeLogging());

    InitPayload one = reserve.byPayload(recipe, HELLO.payload()).map(this::payload).orElseThrow();
    InitPayload other = reserve.byPayload(recipe, HELLO.payload()).map(this::payload).orElseThrow();

    assertThat(one).isSameAs(other);
  }

  private InitPayload payload(ReserveEntry<ReservedContainer> kept) {
    return kept.container().ready().initialisedWith().orElseThrow();
  }

  @Test
  void aReleasedContainerIsDestroyedWhereThereIsNoMemoryForIt() throws Exception {
    reserve = reserve(128);
    factory = factory();
    Container first = coldStart("wsk0_1_guest_hello", HELLO, STOCK);

    Await.result(first.destroy(transaction("x")), MINUTE);

    assertThat(created.get(0).calls).containsExactly("initialize", "run", "destroy");
  }

  @Test
  void containersOfAFormerVersionGoWhenANewOneRuns() throws Exception {
    Container first = coldStart("wsk0_1_guest_hello", HELLO, STOCK);
    Await.result(first.destroy(transaction("x")), MINUTE);

    coldStart("wsk0_2_guest_hello", HELLO.at("0.0.2"), STOCK);

    assertThat(created.get(0).calls).contains("destroy");
  }

  @Test
  void aPreparedContainerThatDiedIsReplaced() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO, STOCK);
    prepareOne();
    runtime.close();

    Container second = create("wsk0_2_guest_hello");
    initialize(second, HELLO, STOCK);
    run(second);

    assertThat(created.get(1).calls).containsExactly("initialize", "destroy");
    assertThat(created.get(2).calls).containsExactly("initialize", "run");
    assertThat(policy.lost).hasValue(1);
  }

  @Test
  void aFailureIsAFailedFutureAndNeverAnException() throws Exception {
    Container container = create("wsk0_1_guest_hello");
    created.get(0).failsAt = "initialize";

    Future<Interval> initialised =
        container.initialize(HELLO.json(), MINUTE, 1, SCHEDULER, transaction("x"));
    Await.ready(initialised, MINUTE);

    assertThat(initialised.value().get().isFailure()).isTrue();
  }

  @Test
  void nothingIsPreparedOfAnActionWhoseDeveloperSaysNo() throws Exception {
    annotation = Optional.of("false");
    coldStart("wsk0_1_guest_hello", HELLO, SCHEDULER);

    prepareOne();

    assertThat(created).hasSize(1);
  }

  @Test
  void actionsWithInitTimeParametersAreOnlyCreated() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO.with("KEY", "one"), SCHEDULER);
    prepareOne();
    assertThat(created.get(1).calls).isEmpty();

    Container second = create("wsk0_2_guest_hello");
    initialize(second, HELLO.with("KEY", "other"), SCHEDULER);
    run(second);

    assertThat(created.get(1).calls).containsExactly("initialize", "run");
    assertThat(policy.starts).containsExactly("COLD", "CREATED");
  }

  @Test
  void afterTheCleanUpNothingIsKept() throws Exception {
    Container first = coldStart("wsk0_1_guest_hello", HELLO, STOCK);

    factory.cleanup();
    Await.result(first.destroy(transaction("x")), MINUTE);

    assertThat(created.get(0).calls).contains("destroy");
  }

  @Test
  void namesOfContainersInReserveAreFoundByTheInvokersCleanUp() throws Exception {
    coldStart("wsk0_1_guest_hello", HELLO.named("/guest/hel-lo"), SCHEDULER);
    prepareOne();

    assertThat(names.get(1)).matches("wsk0_ahead\\d+_guest_hello");
  }

  private Container coldStart(String name, Payloads payload, Option<WhiskAction> entity)
      throws Exception {
    Container container = create(name);
    initialize(container, payload.ofActivation("a"), entity);
    run(container);
    return container;
  }

  /** Has the policy plan one more container of the function that ran last. */
  private void prepareOne() {
    clock.addAndGet(1_000_000);
    policy.due = true;
    reserve.tick();
  }

  private Container create(String name) throws Exception {
    return Await.result(
        factory.createContainer(
            transaction("creation"),
            name,
            PYTHON,
            false,
            MB_256,
            64,
            Option.empty(),
            Option.empty(),
            new WhiskConfig(),
            new FakeLogging()),
        MINUTE);
  }

  private static Interval initialize(
      Container container, Payloads payload, Option<WhiskAction> entity) throws Exception {
    return Await.result(
        container.initialize(payload.json(), MINUTE, 1, entity, transaction("call")), MINUTE);
  }

  private static void run(Container container) throws Exception {
    Await.result(
        container.run(
            HELLO.json(), HELLO.json(), MINUTE, 1, MB_256, MB_256, false, transaction("call")),
        MINUTE);
  }

  private FactoryReserve reserve(long memoryMb) {
    return new FactoryReserve(
        new Delegate(),
        new ContainerPreparation(
            work -> Cancellable.alreadyCancelled(),
            new LivenessProbe(Duration.ofSeconds(5)),
            transaction("ahead"),
            ScriptedContainer.AT_ONCE),
        new ContainerNames("wsk0"),
        (action, version) -> CompletableFuture.completedFuture(annotation),
        PreparationListener.NONE,
        NamespaceCache.Usage.UNOBSERVED,
        clock::incrementAndGet,
        port -> new ContainerReserve<>(memoryMb, policy, Duration.ofMinutes(10), port));
  }

  private ContainerFactory factory() {
    return new PreparingContainerFactory(
        new Delegate(), reserve, () -> {}, ScriptedContainer.AT_ONCE);
  }

  private static TransactionMetadata transaction(String id) {
    return new TransactionMetadata(id, Instant.EPOCH, false, Option.empty());
  }

  /** Creates containers that do at once what they are told. */
  private final class Delegate implements ScriptedContainerFactory {

    @Override
    public Future<Container> create(String name) {
      if (factoryFails) {
        throw new IllegalStateException("no container engine");
      }
      names.add(name);
      ScriptedContainer container =
          new ScriptedContainer("c" + (created.size() + 1), runtime.getLocalPort());
      created.add(container);
      return Future$.MODULE$.successful(container);
    }
  }

  /** Has one container more of the last function prepared when that is due; keeps everything. */
  private static final class Preparing implements PoolPolicy {

    final List<FunctionSpec> functions = new CopyOnWriteArrayList<>();
    final List<String> starts = new CopyOnWriteArrayList<>();
    final List<String> busyAtEvents = new CopyOnWriteArrayList<>();
    volatile boolean due;
    volatile boolean followsWithOne;
    final AtomicInteger lost = new AtomicInteger();
    private volatile PoolView view = new ReserveView(0);

    PoolView view() {
      return view;
    }

    private void event(String event, FunctionSpec function) {
      busyAtEvents.add(event + " " + view.count(function.id()).busy());
    }

    @Override
    public void completed(FunctionSpec function, long now) {
      event("completed", function);
    }

    @Override
    public void aborted(FunctionSpec function, long now) {
      event("aborted", function);
    }

    @Override
    public List<PoolAction> followUp(Activation activation, @Nullable StartKind start, long now) {
      return followsWithOne ? List.of(new PoolAction.Prepare(activation.function(), 1)) : List.of();
    }

    @Override
    public void arrived(Activation activation, long now) {
      functions.add(activation.function());
    }

    @Override
    public void started(FunctionSpec function, StartKind start, long now) {
      starts.add(start.name());
      event("started", function);
    }

    @Override
    public void preparedLost(FunctionSpec function, long now) {
      lost.incrementAndGet();
    }

    @Override
    public long keepAliveMicros(IdleContainer container, long now) {
      return NEVER;
    }

    @Override
    public long nextPlanMicros(long now) {
      return now + 1;
    }

    @Override
    public void attached(PoolView pool) {
      view = pool;
    }

    @Override
    public List<PoolAction> initially(long now) {
      return plan(now);
    }

    @Override
    public List<PoolAction> plan(long now) {
      List<PoolAction> actions = new ArrayList<>();
      if (due && !functions.isEmpty()) {
        due = false;
        actions.add(new PoolAction.Prepare(functions.get(functions.size() - 1), 1));
      }
      return actions;
    }
  }
}
