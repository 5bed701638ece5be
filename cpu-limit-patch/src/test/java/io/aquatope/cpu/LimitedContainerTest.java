/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.cpu.StageObservation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.openwhisk.core.entity.ByteSize;
import org.apache.openwhisk.core.entity.SizeUnits$MB$;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scala.Option;
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
           "env": {"__OW_NAMESPACE": "guest", "__OW_ACTION_NAME": "/guest/video/burn"}}
          """);
  private static final JsObject ENVIRONMENT =
      json(
          """
          {"namespace": "caller", "action_name": "/guest/video/burn", "action_version": "0.0.3",
           "activation_id": "a1", "transaction_id": "step", "deadline": "1"}
          """);

  private final ScriptedEngine engine = new ScriptedEngine();
  private final CpuDecisions decisions = new CpuDecisions();
  private final LinkedBlockingQueue<StageObservation> observed = new LinkedBlockingQueue<>();
  private final FakeContainer inner = new FakeContainer();
  private final LimitedContainers containers =
      new LimitedContainers(
          new CpuLimits(decisions, List.of(), null, Optional.empty()),
          new LiveLimits(
              engine,
              new LiveLimits.Pace(1000, Duration.ofMillis(1), Duration.ofMillis(20)),
              CpuEvents.NONE),
          Duration.ofSeconds(10),
          CpuEvents.NONE);
  private final LimitedContainer container =
      new LimitedContainer(
          inner,
          Workload.stemCell(256),
          containers,
          new WhiskWorkloads("cpu-limit"),
          false,
          new ObservedRuns(
              new RunMeter(Optional.empty()), 256, () -> containers.limitOf("c"), observed::add));

  @BeforeEach
  void create() {
    containers.created("c", Workload.stemCell(256), Optional.empty());
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
  void observesAColdRunAndThenAWarmOne() throws Exception {
    decisions.decide("guest/video/burn", HALF);
    Await.result(initialize(), MINUTE);
    Await.result(run(), MINUTE);
    StageObservation cold = observed.take();
    assertThat(cold)
        .isEqualTo(
            new StageObservation(
                "a1",
                "root",
                ROOT.start(),
                "caller",
                "guest/video/burn",
                "0.0.3",
                Optional.of(HALF),
                false,
                256,
                FakeContainer.RUN,
                Duration.ofSeconds(4),
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                true,
                Optional.empty(),
                false,
                Outcome.APPLICATION_ERROR));

    Await.result(run(), MINUTE);
    StageObservation warm = observed.take();
    assertThat(warm.cold()).isFalse();
    assertThat(warm.initTime()).isZero();
    assertThat(warm.waitTime()).as("until it was run").isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void isForgottenWhenItIsDestroyed() throws Exception {
    Await.result(container.destroy(STEP), MINUTE);
    assertThat(inner.calls).containsExactly("destroy");
    decisions.decide("guest/video/burn", HALF);
    containers.refresh();
    assertThat(engine.calls()).isEmpty();
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
}
