/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.member.ExchangeState;
import io.aquatope.exchange.member.LogFold;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.RoundConcluded;
import io.aquatope.exchange.message.RoundProposed;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import io.aquatope.metrics.Metric;
import io.aquatope.metrics.RecordedMetrics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ExchangeMetricsTest {

  private static final Workflow SHOP =
      new Workflow(
          "shop",
          WorkflowOwner.OPERATOR,
          1_000,
          0.95,
          0,
          0,
          List.of(new WorkflowStage("cart", "guest/cart", List.of(), 1)),
          new TuningRules(List.of(250, 500, 1000), 2, 5, 1));

  private final RecordedMetrics measured = new RecordedMetrics();
  private final ExchangeMetrics metrics =
      new ExchangeMetrics(measured, Clock.fixed(Instant.ofEpochMilli(5_000), ZoneOffset.UTC));
  private ExchangeState state = ExchangeState.NONE;
  private boolean first = true;
  private long seq;

  @BeforeEach
  void define() {
    fold(new WorkflowDefined(SHOP));
  }

  @Test
  void aRoundIsCountedAsItBeginsAndAsItEnds() {
    round(1, 1000, 500, 500);
    assertThat(measured.of(Metric.TUNE_PROPOSED)).isEqualTo(1);
    assertThat(measured.of(Metric.TUNE_ADOPTED)).isEqualTo(1);

    round(2, 500, 250, 500);
    assertThat(measured.of(Metric.TUNE_PROPOSED)).isEqualTo(2);
    assertThat(measured.of(Metric.TUNE_ADOPTED)).isEqualTo(1);
    assertThat(measured.of(Metric.TUNE_KEPT)).isEqualTo(1);
    assertThat(measured.of(Metric.TUNE_TAKEN_BACK)).isZero();
  }

  @Test
  void limitsUnderWhichTheTargetSuffersAreCountedAsTakenBack() {
    round(1, 1000, 250, 250);

    run(10, 250, 9_000);

    assertThat(measured.of(Metric.TUNE_TAKEN_BACK)).isEqualTo(1);
    assertThat(measured.of(Metric.TUNE_ADOPTED)).isEqualTo(1);
  }

  @Test
  void onlyTheFirstInvokerCountsWhatAllSee() {
    first = false;
    round(1, 1000, 500, 500);

    assertThat(measured.of(Metric.TUNE_PROPOSED)).isZero();
    assertThat(measured.of(Metric.TUNE_ADOPTED)).isZero();
  }

  @Test
  void everyInvokerMeasuresHowLateItLearns() {
    first = false;
    fold(ran(1000, 300, 4_200));

    assertThat(measured.of(Metric.EXCHANGE_LAG)).isEqualTo(5_000 - 4_200);
  }

  @Test
  void instancesAreCountedAndThoseThatMissTheTargetToo() {
    metrics.joined(ran(1000, 300, 0), true);
    metrics.joined(ran(1000, 3_000, 0), false);

    assertThat(measured.of(Metric.QOS_INSTANCES)).isEqualTo(2);
    assertThat(measured.of(Metric.QOS_VIOLATIONS)).isEqualTo(1);
  }

  @Test
  void messagesAreCountedByWhetherTheBrokerTookThem() {
    var unused =
        metrics
            .counted((topic, bytes) -> CompletableFuture.completedFuture(topic))
            .send("log", new byte[0]);
    unused =
        metrics
            .counted((topic, bytes) -> CompletableFuture.failedFuture(new IllegalStateException()))
            .send("log", new byte[0]);

    assertThat(measured.of(Metric.EXCHANGE_SENT)).isEqualTo(1);
    assertThat(measured.of(Metric.EXCHANGE_FAILED)).isEqualTo(1);
  }

  @Test
  void whatWasDroppedIsCountedOnce() {
    metrics.dropped(3);
    metrics.dropped(3);
    metrics.dropped(5);

    assertThat(measured.of(Metric.EXCHANGE_DROPPED)).isEqualTo(5);
  }

  /** All of a round, from the runs that it waits for until it leads to a limit. */
  private void round(int number, int inForce, int tried, int concluded) {
    run(5, inForce, 300);
    fold(new RoundProposed("shop", SHOP.version(), number, List.of(List.of(step(tried)))));
    run(2, tried, 300);
    fold(new RoundConcluded("shop", SHOP.version(), number, List.of(step(concluded))));
  }

  private void run(int times, int milliCores, long latencyMs) {
    for (int i = 0; i < times; i++) {
      fold(ran(milliCores, latencyMs, 0));
    }
  }

  private static int step(int milliCores) {
    return SHOP.rules().milliCores().indexOf(milliCores);
  }

  private void fold(ExchangeRecord record) {
    Message message = new Message(1, "controller0", 1, ++seq, List.of(record));
    ExchangeState next = LogFold.fold(state, message);
    metrics.folded(state, next, message, first);
    state = next;
  }

  private static InstanceReport ran(int milliCores, long latencyMs, long observedMs) {
    StageOutcome cart = new StageOutcome("invoker0", milliCores, 256, 70, 0.25, true, false, true);
    return new InstanceReport(
        "shop",
        SHOP.version(),
        "t",
        true,
        observedMs,
        new WorkflowInstance(latencyMs, Map.of("cart", cart)));
  }
}
