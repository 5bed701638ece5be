/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.prepare.Payloads;
import io.aquatope.prepare.ScriptedContainer;
import io.aquatope.whisk.ContainerInitialisation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.InitializationError;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.pekko.actor.Cancellable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Option;
import scala.concurrent.Await;
import scala.concurrent.ExecutionContext$;
import scala.concurrent.Future;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;

final class PreparedContainerTest {

  private static final FiniteDuration MINUTE = FiniteDuration.create(1, "minute");
  private static final TransactionMetadata AHEAD = transaction("ahead");
  private static final TransactionMetadata CALL = transaction("call");

  private final List<PreparationLoss> losses = new ArrayList<>();
  private final List<Runnable> timers = new ArrayList<>();
  private final List<ScriptedContainer> created = new ArrayList<>();

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
  void initialisingTakesNoTimeWhereItWasDoneAhead() throws Exception {
    Container container = prepare(Optional.of(Payloads.HELLO));
    Instant before = Instant.now();

    Interval interval = initialize(container, Payloads.HELLO.ofActivation("a"));

    assertThat(interval.start()).isEqualTo(interval.end()).isAfterOrEqualTo(before);
    assertThat(created.get(0).calls).containsExactly("initialize");
    assertThat(losses).isEmpty();
  }

  @Test
  void whatWasOnlyCreatedIsInitialisedByTheCall() throws Exception {
    Container container = prepare(Optional.empty());

    Interval interval = initialize(container, Payloads.HELLO);

    assertThat(interval.start()).isEqualTo(ScriptedContainer.INIT_BEGAN);
    assertThat(created.get(0).calls).containsExactly("initialize");
  }

  @Test
  void whatWasOnlyCreatedNeedNotListenYet() throws Exception {
    Container container = prepare(Optional.empty());
    runtime.close();

    initialize(container, Payloads.HELLO);

    assertThat(losses).isEmpty();
    assertThat(created).hasSize(1);
  }

  static Stream<Payloads> hostile() {
    return Stream.of(
        Payloads.HELLO.in("gu-est"),
        Payloads.HELLO.named("/guest/hel-lo"),
        Payloads.HELLO.at("0.0.2"),
        Payloads.HELLO.withCode("deleted and created again"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whatIsForSomethingElseIsDestroyedAndAFreshOneInitialised(Payloads asked) throws Exception {
    Container container = prepare(Optional.of(Payloads.HELLO));

    Interval interval = initialize(container, asked);

    assertThat(losses).containsExactly(PreparationLoss.MISMATCH);
    assertThat(created.get(0).calls).containsExactly("initialize", "destroy");
    assertThat(created.get(1).calls).containsExactly("initialize");
    assertThat(interval.start()).isEqualTo(ScriptedContainer.INIT_BEGAN);
    assertThat(container.containerId().asString()).as("also for its logs").isEqualTo("c2");
  }

  @Test
  void whatDoesNotAnswerIsReplaced() throws Exception {
    Container container = prepare(Optional.of(Payloads.HELLO));
    runtime.close();

    initialize(container, Payloads.HELLO);

    assertThat(losses).containsExactly(PreparationLoss.DEAD);
    assertThat(created.get(0).calls).containsExactly("initialize", "destroy");
    assertThat(created.get(1).calls).containsExactly("initialize");
  }

  @Test
  void itIsPausedAfterTheGraceAndResumedForTheCall() throws Exception {
    Container container = prepare(Optional.of(Payloads.HELLO));
    timers.get(0).run();

    initialize(container, Payloads.HELLO);

    assertThat(created.get(0).calls).containsExactly("initialize", "suspend", "resume");
    assertThat(losses).isEmpty();
  }

  @Test
  void aTimerThatComesLateDoesNotPauseWhatIsInUse() throws Exception {
    Container container = prepare(Optional.of(Payloads.HELLO));
    initialize(container, Payloads.HELLO);

    timers.get(0).run();

    assertThat(created.get(0).calls).containsExactly("initialize");
  }

  @Test
  void whatCannotBeResumedIsReplaced() throws Exception {
    Container container = prepare(Optional.of(Payloads.HELLO));
    created.get(0).failsAt = "resume";
    timers.get(0).run();

    initialize(container, Payloads.HELLO);

    assertThat(losses).containsExactly(PreparationLoss.DEAD);
    assertThat(created.get(1).calls).containsExactly("initialize");
  }

  @Test
  void itIsResumedBeforeItIsDestroyed() throws Exception {
    Container container = prepare(Optional.of(Payloads.HELLO));
    timers.get(0).run();

    Await.result(container.destroy(CALL), MINUTE);

    assertThat(created.get(0).calls).containsExactly("initialize", "suspend", "resume", "destroy");
  }

  @Test
  void anActivationFailsWithoutAnExceptionWhereNoFreshOneCanBeCreated() throws Exception {
    Container container =
        Await.result(
            preparation()
                .prepare(
                    tid ->
                        created.isEmpty()
                            ? create()
                            : Future$.MODULE$.failed(new IllegalStateException("no room")),
                    Optional.of(initialisation(Payloads.HELLO)),
                    losses::add),
            MINUTE);
    Future<Interval> initialised = start(container, Payloads.HELLO.in("tenant"));

    Await.ready(initialised, MINUTE);

    assertThat(initialised.value().get().failed().get()).isInstanceOf(InitializationError.class);
  }

  @Test
  void whatCannotBeInitialisedAheadIsDestroyed() throws Exception {
    Future<Container> prepared =
        preparation()
            .prepare(
                tid -> {
                  Future<Container> container = create();
                  created.get(0).failsAt = "initialize";
                  return container;
                },
                Optional.of(initialisation(Payloads.HELLO)),
                losses::add);

    Await.ready(prepared, MINUTE);

    assertThat(prepared.value().get().isFailure()).isTrue();
    assertThat(created.get(0).calls).containsExactly("initialize", "destroy");
  }

  private Container prepare(Optional<Payloads> initialised) throws Exception {
    return Await.result(
        preparation()
            .prepare(
                tid -> create(),
                initialised.map(PreparedContainerTest::initialisation),
                losses::add),
        MINUTE);
  }

  private ContainerPreparation preparation() {
    return new ContainerPreparation(
        work -> {
          timers.add(work);
          return Cancellable.alreadyCancelled();
        },
        new LivenessProbe(Duration.ofSeconds(5)),
        AHEAD,
        ExecutionContext$.MODULE$.global());
  }

  private Future<Container> create() {
    created.add(new ScriptedContainer("c" + (created.size() + 1), runtime.getLocalPort()));
    return Future$.MODULE$.successful(created.get(created.size() - 1));
  }

  private static ContainerInitialisation initialisation(Payloads payload) {
    return new ContainerInitialisation(payload.json(), MINUTE, 1, Option.empty());
  }

  private static Interval initialize(Container container, Payloads asked) throws Exception {
    return Await.result(start(container, asked), MINUTE);
  }

  private static Future<Interval> start(Container container, Payloads asked) {
    return container.initialize(asked.json(), MINUTE, 1, Option.empty(), CALL);
  }

  private static TransactionMetadata transaction(String id) {
    return new TransactionMetadata(id, Instant.EPOCH, false, Option.empty());
  }
}
