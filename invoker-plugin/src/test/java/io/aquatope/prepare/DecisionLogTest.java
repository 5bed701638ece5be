/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.prewarm.ContainerWorth;
import io.aquatope.prewarm.PrewarmDecision;
import io.aquatope.prewarm.forecast.FallbackReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class DecisionLogTest {

  private static final PrewarmDecision DECISION =
      new PrewarmDecision(
          7,
          new FunctionSpec(new FunctionId("guest", "guest/hello", "1"), "python:3", 256, 1),
          2,
          new ContainerWorth(0.25, ContainerWorth.Source.FORECAST, 0.2, 0.15),
          PrewarmDecision.Action.PREPARE,
          1);

  private final List<String> lines = new ArrayList<>();

  @Test
  void saysWhatWasPredictedWhatItIsWorthAndWhatIsDone() {
    new DecisionLog(lines::add, 1000, true).decided(DECISION);

    assertThat(lines)
        .containsExactly(
            "decided: prepare 1 of guest:guest/hello@1; container 2 is needed with probability 0.250"
                + " by forecast, saves 0.200 s, costs 0.150 s");
  }

  @Test
  void saysThatNothingIsDoneWhereItIsNot() {
    new DecisionLog(lines::add, 1000, false).decided(DECISION);

    assertThat(lines).singleElement().asString().startsWith("would have decided: ");
  }

  /** An exception of a model was seen by nobody. */
  @Test
  void saysWhyAForecastFailedInOneShortLine() {
    DecisionLog log = new DecisionLog(lines::add, 1e-9, true);
    log.decided(DECISION);
    FunctionId function = DECISION.function().id();
    log.forecastFailed(
        function, new IllegalStateException("first\nsecond" + "x".repeat(1_000_000)), 7);

    assertThat(lines.get(1))
        .startsWith("forecasting guest:guest/hello@1 failed, OpenWhisk's rule is in force for it:")
        .contains("IllegalStateException: first", " at io.aquatope.prepare.DecisionLogTest")
        .doesNotContain("\n")
        .hasSizeLessThan(1000);
  }

  @Test
  void leavesLinesOutRatherThanFloodingTheLog() {
    DecisionLog log = new DecisionLog(lines::add, 1e-3, true);
    for (int i = 0; i < 1000; i++) {
      log.decided(DECISION);
    }

    assertThat(lines).hasSize(1);
  }

  @Test
  void aNameForgesNoLineAndFillsNone() {
    FunctionSpec hostile =
        new FunctionSpec(
            new FunctionId("evil\n[ERROR] forged", "n".repeat(100_000), "1"), "python:3", 256, 1);

    new DecisionLog(lines::add, 1000, true).fellBack(hostile, FallbackReason.LATE, 0);

    assertThat(lines.get(0)).doesNotContain("\n").hasSizeLessThan(400);
  }

  @Test
  void numbersAreWrittenTheSameInAllLocales() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      new DecisionLog(lines::add, 1000, true).decided(DECISION);
    } finally {
      Locale.setDefault(before);
    }

    assertThat(lines.get(0)).contains("probability 0.250");
  }
}
