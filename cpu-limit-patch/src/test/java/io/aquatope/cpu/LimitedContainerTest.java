/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.aquatope.cpu.engine.LiveLimits;
import io.aquatope.cpu.limit.AnnotationLookup;
import io.aquatope.cpu.limit.ChangePace;
import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.ContainerAssignment;
import io.aquatope.cpu.limit.CpuDecisions;
import io.aquatope.cpu.limit.CpuEvents;
import io.aquatope.cpu.limit.CpuLimit;
import io.aquatope.cpu.limit.CpuLimits;
import io.aquatope.cpu.limit.LimitRule;
import io.aquatope.cpu.observe.RunMeter;
import io.aquatope.cpu.observe.StageMeasurement;
import io.aquatope.cpu.observe.StageMeasurement.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.ParameterName;
import org.apache.openwhisk.core.entity.ParameterValue;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.apache.openwhisk.core.entity.WhiskAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;
import scala.collection.Seq;
import scala.collection.immutable.List$;
import scala.collection.immutable.Map;
import scala.collection.immutable.Map$;
import scala.concurrent.Await;
import scala.concurrent.Future;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;
import spray.json.JsValue;
import spray.json.JsonParser$;
import spray.json.ParserInput$;

/** A container as the scheduler-based invoker uses it: what it is for stands in the init JSON. */
@Timeout(30)
class LimitedContainerTest {

  private static final CpuLimit HALF = CpuLimit.parse("0.5");
  private static final CpuLimit ONE = CpuLimit.parse("1");
  private static final Instant REQUESTED = Instant.parse("2026-01-01T00:00:00Z");
  private static final TransactionMetadata ROOT =
      new TransactionMetadata("root", REQUESTED.minusSeconds(9), false, Option.empty());
  private static final TransactionMetadata STEP =
      new TransactionMetadata("step", REQUESTED, false, Option.apply(ROOT));
  private static final FiniteDuration MINUTE = new FiniteDuration(1, TimeUnit.MINUTES);
  private static final ByteSize SIZE = new ByteSize(1, SizeUnits$MB$.MODULE$);
  private static final JsObject INIT =
      json(
          """
          {"name": "burn", "main": "main", "code": "…",
           "env": {"__OW_NAMESPACE": "guest", "__OW_ACTION_NAME": "/guest/video/burn",
                   "__OW_ACTION_VERSION": "0.0.3"}}
          """);
  private static final JsObject ENVIRONMENT =
      json(
          """
          {"namespace": "caller", "action_name": "/guest/video/burn", "action_version": "0.0.3",
           "activation_id": "a1", "transaction_id": "step", "deadline": "1"}
          """);

  private final List<String> lookups = Collections.synchronizedList(new ArrayList<>());
  private final List<String> unknown = Collections.synchronizedList(new ArrayList<>());
  private final CompletableFuture<Optional<String>> annotation = new CompletableFuture<>();
  private final CpuEvents events =
      new CpuEvents() {
        @Override
        public void annotationUnknown(String action, String problem) {
          unknown.add(action + ": " + problem);
        }
      };
  private final ScriptedEngine engine = new ScriptedEngine();
  private final CpuDecisions decisions = new CpuDecisions();
  private final LinkedBlockingQueue<StageMeasurement> observed = new LinkedBlockingQueue<>();
  private final FakeTicker clock = new FakeTicker();
  private final FakeContainer inner = new FakeContainer(clock);
  private final CpuLimits limits =
      new CpuLimits(
          decisions,
          List.of(new LimitRule("guest/*", ONE)),
          null,
          Optional.of(CpuLimit.parse("2")));
  private final LiveLimits live =
      new LiveLimits(
          engine,
          new ChangePace(1000, Duration.ofMillis(1), Duration.ofMillis(20)),
          CpuEvents.NONE);
  private final LimitedContainers containers =
      new LimitedContainers(limits, live, Duration.ofSeconds(10), CpuEvents.NONE);
  private final LimitedContainer container = container(Duration.ofSeconds(10), false);

  @BeforeEach
  void create() {
    containers.created("c", ContainerAssignment.stemCell(256), Optional.empty());
  }

  @AfterEach
  void close() {
    engine.release();
    containers.close();
  }

  @Test
  void isInitialisedOnlyWhenItHasTheLimitOfItsAction() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    engine.hold();
    Future<Interval> initialised = initialize();
    engine.awaitCalls(1);
    assertThat(inner.calls).isEmpty();

    engine.release();
    Await.result(initialised, MINUTE);
    assertThat(engine.limit("c")).isEqualTo(HALF);
    assertThat(inner.calls).containsExactly("initialize");
  }

  @Test
  void isInitialisedOnlyWhenItHasTheLimitThatTheActionIsAnnotatedWith() throws Exception {
    Future<Interval> initialised = initialize();
    assertThat(lookups).containsExactly("guest/video/burn@0.0.3");
    assertThat(inner.calls).isEmpty();

    annotation.complete(Optional.of("0.5"));
    Await.result(initialised, MINUTE);
    assertThat(engine.limit("c")).isEqualTo(HALF);
    assertThat(engine.calls()).as("no other limit in between").containsExactly("c=0.5");
    assertThat(unknown).isEmpty();
  }

  @Test
  void getsTheOperatorsLimitWhereTheActionHasNoAnnotation() throws Exception {
    annotation.complete(Optional.empty());
    Await.result(initialize(), MINUTE);
    assertThat(engine.limit("c")).isEqualTo(ONE);
    assertThat(unknown).isEmpty();
  }

  @Test
  void getsTheOperatorsLimitWhereTheAnnotationIsNotToBeHad() throws Exception {
    annotation.completeExceptionally(new IOException("store down"));
    Await.result(initialize(), MINUTE);
    assertThat(engine.limit("c")).isEqualTo(ONE);
    assertThat(unknown).containsExactly("guest/video/burn: java.io.IOException: store down");
  }

  @Test
  void goesOnWhereTheAnnotationIsLateWhichThenFollows() throws Exception {
    Future<Interval> initialised =
        container(Duration.ofMillis(50), false).initialize(INIT, MINUTE, 1, Option.empty(), STEP);
    Await.result(initialised, MINUTE);
    assertThat(engine.limit("c")).isEqualTo(ONE);
    assertThat(unknown).singleElement().asString().startsWith("guest/video/burn: ");

    annotation.complete(Optional.of("0.5"));
    engine.awaitCalls(2);
    assertThat(engine.calls()).containsExactly("c=1", "c=0.5");
  }

  @Test
  void needsNoAnnotationWhereTheOptimiserDecides() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    Await.result(initialize(), MINUTE);
    assertThat(engine.limit("c")).isEqualTo(HALF);
    assertThat(lookups).isEmpty();
  }

  @Test
  void asksNobodyWhereTheActionIsAtHand() throws Exception {
    Future<Interval> initialised =
        container.initialize(INIT, MINUTE, 1, Option.apply(new Action()), STEP);
    Await.result(initialised, MINUTE);
    assertThat(engine.limit("c")).isEqualTo(ONE);
    assertThat(lookups).isEmpty();
  }

  @Test
  void isNotInitialisedForABadAnnotationWhereThatIsAnError() throws Exception {
    annotation.complete(Optional.of("a lot"));
    Future<Interval> initialised =
        container(Duration.ofSeconds(10), true).initialize(INIT, MINUTE, 1, Option.empty(), STEP);
    Await.ready(initialised, MINUTE);
    assertThat(initialised.value().get().isFailure()).isTrue();
    assertThat(inner.calls).isEmpty();
  }

  @Test
  void observesAColdRunAndThenAWarmOne() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    Await.result(initialize(), MINUTE);
    Await.result(run(), MINUTE);
    StageMeasurement cold = observed.take();
    assertThat(cold)
        .isEqualTo(
            new StageMeasurement(
                new StageMeasurement.Activation(
                    "a1", "root", ROOT.start(), "caller", "guest/video/burn", "0.0.3"),
                new StageMeasurement.Resources(Optional.of(HALF), false, 256, OptionalInt.empty()),
                new StageMeasurement.Timing(
                    FakeContainer.RUN,
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    true),
                Optional.empty(),
                false,
                Outcome.APPLICATION_ERROR));

    Await.result(run(), MINUTE);
    StageMeasurement warm = observed.take();
    assertThat(warm.timing().cold()).isFalse();
    assertThat(warm.timing().initTime()).isZero();
    assertThat(warm.timing().waitTime()).as("until it was run").isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void observesAWarmRunInAContainerThatWasInitialisedAheadOfTheCall() throws Exception {
    TransactionMetadata ahead =
        new TransactionMetadata("ahead", REQUESTED.minusSeconds(99), false, Option.empty());
    Await.result(container.initialize(INIT, MINUTE, 1, Option.empty(), ahead), MINUTE);

    Await.result(run(), MINUTE);

    StageMeasurement prepared = observed.take();
    assertThat(prepared.timing().cold()).isFalse();
    assertThat(prepared.timing().initTime()).isZero();
    assertThat(prepared.timing().waitTime())
        .as("until it was run")
        .isEqualTo(Duration.ofSeconds(3));
  }

  /** As a time server does, in the middle of a run. */
  @ParameterizedTest
  @ValueSource(longs = {-3600, -5, 0, 5, 3600})
  void measuresRunsWhateverTheMachinesClockDoes(long stepSeconds) throws Exception {
    annotation.complete(Optional.empty());
    inner.measure(
        new Interval(FakeContainer.INITIALISED, FakeContainer.RUN.plusSeconds(stepSeconds)),
        new Interval(FakeContainer.RUN, FakeContainer.ENDED.plusSeconds(stepSeconds)));
    Await.result(initialize(), MINUTE);
    Await.result(run(), MINUTE);
    StageMeasurement cold = observed.take();
    assertThat(cold.timing().duration()).isEqualTo(Duration.ofSeconds(4));
    assertThat(cold.timing().initTime()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void waitsAreNeverNegativeWhereClocksOfMachinesAreApart() throws Exception {
    annotation.complete(Optional.empty());
    Instant before = REQUESTED.minusSeconds(60);
    inner.measure(new Interval(before, before), new Interval(before, before));
    Await.result(initialize(), MINUTE);
    Await.result(run(), MINUTE);
    assertThat(observed.take().timing().waitTime()).isZero();
  }

  @Test
  void aRunWithTheSameLimitFromBeginningToEndIsEvidence() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    Await.result(initialize(), MINUTE);
    Await.result(run(), MINUTE);
    assertThat(observed.take().resources().limitChanged()).isFalse();
  }

  @Test
  void aRunWithALimitThatIsStillToBeSetIsNoEvidence() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    Await.result(initialize(), MINUTE);
    engine.hold();
    decisions.decide("guest/video/burn", ONE);
    containers.refresh("guest/video/burn");
    engine.awaitCalls(2);

    Await.result(run(), MINUTE);
    StageMeasurement pending = observed.take();
    assertThat(pending.resources().limit()).contains(HALF);
    assertThat(pending.resources().limitChanged()).isTrue();
  }

  @Test
  void aRunInWhichTheLimitCameBackIsNoEvidence() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    Await.result(initialize(), MINUTE);
    inner.whileRunning(
        () -> {
          change(ONE);
          change(HALF);
        });
    Await.result(run(), MINUTE);
    StageMeasurement changed = observed.take();
    assertThat(changed.resources().limit()).contains(HALF);
    assertThat(changed.resources().limitChanged()).isTrue();
  }

  @Test
  void aRunWithAnotherLimitThanTheOneThatWasRefusedIsNoEvidence() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    Await.result(initialize(), MINUTE);
    engine.answer("c", new ChangeResult.Refused("no"));
    change(ONE);
    Await.result(run(), MINUTE);
    assertThat(observed.take().resources().limitChanged()).isTrue();
  }

  @Test
  void aRunWithALimitThatTheEngineFailedToSetIsNoEvidence() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    Await.result(initialize(), MINUTE);
    engine.failWith(() -> new IllegalStateException("scripted"));
    engine.failNext(Integer.MAX_VALUE);
    decisions.decide("guest/video/burn", ONE);
    containers.refresh("guest/video/burn");
    engine.awaitCalls(2);
    Await.result(run(), MINUTE);
    assertThat(observed.take().resources().limitChanged()).isTrue();
  }

  @Test
  void aRunThatDoesNotBeginLeavesNoTraceInLaterOnes() throws Exception {
    annotation.complete(Optional.empty());
    Await.result(initialize(), MINUTE);
    inner.whileRunning(
        () -> {
          throw new IllegalStateException("no connection");
        });
    assertThatIllegalStateException().isThrownBy(this::run);
    inner.whileRunning(() -> {});
    Await.result(run(), MINUTE);
    assertThat(observed.take().shared()).isFalse();
  }

  private void change(CpuLimit limit) {
    decisions.decide("guest/video/burn", limit);
    containers.refresh("guest/video/burn");
    live.change("c", limit).orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Test
  void isForgottenWhenItIsDestroyed() throws Exception {
    Await.result(container.destroy(STEP), MINUTE);
    assertThat(inner.calls).containsExactly("destroy");
    decisions.decide("guest/video/burn", HALF);
    containers.refresh();
    assertThat(engine.calls()).isEmpty();
  }

  private LimitedContainer container(Duration initWait, boolean rejectBadAnnotations) {
    return new LimitedContainer(
        inner,
        ContainerAssignment.stemCell(256),
        containers,
        new WhiskWorkloads("cpu-limit", CpuEvents.NONE),
        new AnnotationLookup(
            (action, version) -> {
              lookups.add(action + "@" + version);
              return annotation;
            },
            limits,
            initWait,
            events),
        rejectBadAnnotations,
        new ContainerRuns(
            new RunMeter(Optional.empty()),
            256,
            () -> containers.limitOf("c"),
            observed::add,
            clock));
  }

  private Future<Interval> initialize() {
    return container.initialize(INIT, MINUTE, 1, Option.empty(), STEP);
  }

  private Future<?> run() {
    return container.run(ENVIRONMENT, ENVIRONMENT, MINUTE, 1, SIZE, SIZE, false, STEP);
  }

  private static JsObject json(String text) {
    JsValue value = JsonParser$.MODULE$.apply(ParserInput$.MODULE$.apply(text));
    return value.asJsObject();
  }

  /** {@code /guest/video/burn}, without annotations. */
  private static final class Action extends WhiskAction {
    @Override
    public Seq<String> namespace() {
      return List$.MODULE$.<String>empty().$colon$colon("video").$colon$colon("guest");
    }

    @Override
    public String name() {
      return "burn";
    }

    @Override
    public Map<ParameterName, ParameterValue> annotations() {
      return Map$.MODULE$.empty();
    }
  }
}
