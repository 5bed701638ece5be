/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.io.Resources;
import io.aquatope.models.distribution.NegativeBinomial;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StartKind;
import io.aquatope.prewarm.ContainerWorth;
import io.aquatope.prewarm.OutlookSnapshot;
import io.aquatope.prewarm.OutlookView;
import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.prewarm.forecast.FallbackReason;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the pool's thread to what an operator reads. */
final class StatusTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Status.Invoker INVOKER =
      new Status.Invoker("invoker0", "1.0", NOW.toString(), "aquatope", "act", false);

  private static final FunctionSpec HELLO = spec("hello");
  private static final FunctionSpec OTHER = spec("other");
  private static final Map<FunctionId, FunctionCount> CONTAINERS =
      Map.of(
          HELLO.id(), new FunctionCount(1, 0, 1, 0),
          OTHER.id(), new FunctionCount(0, 2, 0, 0));

  private final StatusBoard board = new StatusBoard(Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void saysWhatIsExpectedDecidedAndWhy() throws JsonProcessingException {
    board.decided(
        new PrewarmDecision(
            0,
            HELLO,
            2,
            new ContainerWorth(0.25, ContainerWorth.Source.FORECAST, 0.2, 0.01),
            PrewarmDecision.Action.PREPARE,
            1));
    board.planned(known(outlook(HELLO, Optional.empty())), 0);
    board.started(StartKind.COLD);
    board.started(StartKind.COLD);
    publish();

    JsonNode json = json();

    assertThat(json.at("/at").asText()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(json.at("/pool/usedMb").asInt()).isEqualTo(1024);
    assertThat(json.at("/pool/starts/cold").asInt()).isEqualTo(2);
    JsonNode hello = json.at("/functions/0");
    assertThat(hello.at("/function").asText()).isEqualTo("guest:guest/hello@1");
    assertThat(hello.at("/ruledBy").asText()).isEqualTo("forecast");
    assertThat(hello.at("/containers/prepared").asInt()).isEqualTo(1);
    assertThat(hello.at("/forecast/expectedCalls").asDouble()).isEqualTo(3);
    assertThat(hello.at("/forecast/busyP99").asInt()).isGreaterThan(1);
    assertThat(hello.at("/worth/wanted").asInt()).isEqualTo(2);
    assertThat(hello.at("/decided/action").asText()).isEqualTo("prepare");
    assertThat(hello.at("/cpu/cores").asDouble()).isEqualTo(0.5);
    assertThat(json.at("/decisions/0/savesSeconds").asDouble()).isEqualTo(0.2);
  }

  @Test
  void saysWhyOpenWhisksRuleIsInForce() throws JsonProcessingException {
    board.planned(known(outlook(HELLO, Optional.of(FallbackReason.LATE))), 0);
    publish();

    JsonNode hello = json().at("/functions/0");

    assertThat(hello.at("/ruledBy").asText()).isEqualTo("openwhisk");
    assertThat(hello.at("/why").asText()).contains("the forecast was late");
  }

  @Test
  void functionsThatThePolicyDoesNotForecastAreThereToo() throws JsonProcessingException {
    publish();

    JsonNode functions = json().at("/functions");

    assertThat(functions).hasSize(2).allMatch(f -> f.at("/ruledBy").asText().equals("policy"));
    assertThat(functions).allMatch(function -> function.at("/forecast").isNull());
  }

  @Test
  void beforeTheFirstSnapshotThereIsNoPool() throws JsonProcessingException {
    assertThat(json().at("/pool").isNull()).isTrue();
    assertThat(json().at("/functions")).isEmpty();
  }

  @Test
  void aSnapshotStaysAsItWas() {
    board.started(StartKind.WARM);
    publish();
    PoolSnapshot before = board.latest().orElseThrow();

    board.started(StartKind.WARM);
    board.decided(
        new PrewarmDecision(
            0,
            HELLO,
            1,
            new ContainerWorth(0.1, ContainerWorth.Source.FORECAST, 0.1, 0.2),
            PrewarmDecision.Action.RELEASE,
            1));

    assertThat(before.starts()).containsExactly(Map.entry(StartKind.WARM, 1L));
    assertThat(before.decisions()).isEmpty();
  }

  @Test
  void thePageComparesActionsWithWordsThatTheStatusHas() throws IOException {
    String page = Resources.toString(Resources.getResource(Status.class, "status.html"), UTF_8);
    List<String> words =
        Pattern.compile("\\.action === '([^']+)'")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(words)
        .isNotEmpty()
        .isSubsetOf(Arrays.stream(PrewarmDecision.Action.values()).map(Status::word).toList());
  }

  @Test
  void theLatestDecisionComesFirstAndOldOnesGo() {
    for (int i = 0; i < 150; i++) {
      board.decided(
          new PrewarmDecision(
              i,
              HELLO,
              i,
              new ContainerWorth(0.1, ContainerWorth.Source.SUCCESSOR, 0.1, 0),
              PrewarmDecision.Action.PREPARE,
              1));
    }
    publish();

    assertThat(board.latest().orElseThrow().decisions())
        .hasSize(100)
        .extracting(decided -> decided.decision().level())
        .startsWith(149, 148);
  }

  /** Each second of the pool's thread is everybody's. */
  @Test
  void ofVeryManyFunctionsOnlyThoseWithContainersAndSomeOthersAreShown() {
    OutlookSnapshot[] many = new OutlookSnapshot[10_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = outlook(spec("f" + i), Optional.empty());
    }
    many[9_000] = outlook(HELLO, Optional.empty());
    board.planned(known(many), 0);
    publish();

    assertThat(board.latest().orElseThrow().functions())
        .hasSize(1_002)
        .anyMatch(f -> f.spec().equals(HELLO) && f.outlook().isPresent());
  }

  private void publish() {
    board.publish(
        Views.pool(1024, 256, CONTAINERS),
        id -> Optional.of(id.equals(HELLO.id()) ? HELLO : OTHER));
  }

  private JsonNode json() throws JsonProcessingException {
    Status status =
        Status.of(
            INVOKER,
            board.latest().orElse(null),
            id -> Optional.of(new FunctionStatus.Cpu(0.5, "annotation", null)),
            null);
    return new JsonMapper().readTree(status.toJson());
  }

  private static OutlookSnapshot outlook(FunctionSpec function, Optional<FallbackReason> trouble) {
    return new OutlookSnapshot(
        function,
        trouble,
        new OutlookSnapshot.Demand(0.97, Optional.of(new NegativeBinomial(2, 0.5)), 3),
        new OutlookSnapshot.Durations(0.8, 0.2, 0.05),
        Optional.of(
            new OutlookSnapshot.Worth(
                2, new ContainerWorth(0.3, ContainerWorth.Source.FORECAST, 0.2, 0.01))));
  }

  private static OutlookView known(OutlookSnapshot... outlooks) {
    return new OutlookView() {
      @Override
      public int functions() {
        return outlooks.length;
      }

      @Override
      public Map<FallbackReason, Integer> fallenBack() {
        return Map.of();
      }

      @Override
      public double coverage() {
        return 1;
      }

      @Override
      public List<OutlookSnapshot> all() {
        return List.of(outlooks);
      }
    };
  }

  private static FunctionSpec spec(String name) {
    return new FunctionSpec(new FunctionId("guest", "guest/" + name, "1"), "python:3", 256, 1);
  }
}
