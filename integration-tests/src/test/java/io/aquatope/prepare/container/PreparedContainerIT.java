/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aquatope.it.Engine;
import io.aquatope.it.Requires;
import io.aquatope.whisk.ContainerInitialisation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.containerpool.Container;
import org.apache.openwhisk.core.containerpool.Interval;
import org.apache.pekko.actor.Cancellable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Tuple2;
import scala.collection.immutable.Map$;
import scala.concurrent.Await;
import scala.concurrent.ExecutionContext$;
import scala.concurrent.Future$;
import scala.concurrent.duration.FiniteDuration;
import spray.json.JsObject;
import spray.json.JsString;
import spray.json.JsValue;

/** Prepared containers on a real Docker engine, with a runtime that has a clock. */
@Requires(Engine.DOCKER)
class PreparedContainerIT {

  private static final FiniteDuration MINUTE = FiniteDuration.create(1, "minute");
  private static final TransactionMetadata TRANSACTION =
      new TransactionMetadata("test", Instant.EPOCH, false, Option.empty());
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private static ActionContainers engine;

  private final List<Runnable> pauseGrace = new CopyOnWriteArrayList<>();
  private final List<PreparationLoss> losses = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void open() {
    engine = new ActionContainers();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  @Test
  void theClockIsRightAfterAPauseDuringWhichTheCodeStoodStill() throws Exception {
    Container container = prepare("hello");
    pauseGrace.get(0).run();
    assertThat(engine.docker.inspectContainerCmd(id(container)).exec().getState().getPaused())
        .isTrue();
    Thread.sleep(PAUSE.toMillis());

    Interval interval = initialize(container, "hello");
    double asked = Instant.now().toEpochMilli() / 1000.0;
    JsonNode answer = ask(container);

    assertThat(interval.start()).isEqualTo(interval.end());
    assertThat(answer.get("now").asDouble()).as("clock").isCloseTo(asked, within(2.0));
    double age = answer.get("now").asDouble() - answer.get("initialised").asDouble();
    assertThat(age)
        .as("seconds since it was initialised")
        .isGreaterThanOrEqualTo((double) (PAUSE.toSeconds() - 1));
    assertThat(answer.get("ticks").asInt())
        .as("of 20 a second since then, to the second")
        .isLessThan((int) (20 * (age + 1 - 0.8 * PAUSE.toSeconds())) + 1);
    assertThat(losses).isEmpty();
  }

  @Test
  void oneThatWasKilledWhilePausedIsReplaced() throws Exception {
    Container container = prepare("hello");
    String first = id(container);
    pauseGrace.get(0).run();
    engine.remove(first);

    Interval interval = initialize(container, "hello");

    assertThat(losses).containsExactly(PreparationLoss.DEAD);
    assertThat(id(container)).isNotEqualTo(first);
    assertThat(interval.end()).as("it took an initialisation").isAfter(interval.start());
    assertThat(ask(container).get("initialised").asDouble()).isPositive();
  }

  @Test
  void oneWhoseRuntimeHasEndedIsReplaced() throws Exception {
    Container container = prepare("hello");
    String first = id(container);
    engine.docker.stopContainerCmd(first).exec();

    initialize(container, "hello");

    assertThat(losses).containsExactly(PreparationLoss.DEAD);
    assertThat(id(container)).isNotEqualTo(first);
  }

  @Test
  void oneForAnotherActionIsRemovedWithoutBeingUsed() throws Exception {
    Container container = prepare("hel-lo");
    String first = id(container);

    initialize(container, "hello");

    assertThat(losses).containsExactly(PreparationLoss.MISMATCH);
    engine.awaitRemoval(first);
  }

  @Test
  void aPausedOneCanBeRemoved() throws Exception {
    Container container = prepare("hello");
    String id = id(container);
    pauseGrace.get(0).run();

    Await.result(container.destroy(TRANSACTION), MINUTE);

    engine.awaitRemoval(id);
  }

  private Container prepare(String action) throws Exception {
    ContainerPreparation preparation =
        new ContainerPreparation(
            work -> {
              pauseGrace.add(work);
              return Cancellable.alreadyCancelled();
            },
            new LivenessProbe(Duration.ofSeconds(2)),
            TRANSACTION,
            ExecutionContext$.MODULE$.global());
    return Await.result(
        preparation.prepare(
            tid -> Future$.MODULE$.successful(started()),
            Optional.of(new ContainerInitialisation(payload(action), MINUTE, 1, Option.empty())),
            losses::add),
        MINUTE);
  }

  private static Container started() {
    try {
      return engine.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Interval initialize(Container container, String action) throws Exception {
    return Await.result(
        container.initialize(payload(action), MINUTE, 1, Option.empty(), TRANSACTION), MINUTE);
  }

  private static JsonNode ask(Container container) throws Exception {
    return new ObjectMapper().readTree(engine.post(container.addr().port(), "/run"));
  }

  private static String id(Container container) {
    return container.containerId().asString();
  }

  private static JsObject payload(String action) {
    scala.collection.immutable.Map<String, JsValue> fields = Map$.MODULE$.empty();
    return new JsObject(fields.$plus(new Tuple2<>("name", new JsString(action))));
  }
}
