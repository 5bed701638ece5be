/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunVariationTest {

  private static final double SCALE = 0.02;
  private static final double START = 2;
  private static final int COLD_AND_WARM = 0;
  private static final int WARM = 1;
  private static final int UNTRIED = 2;

  /** A typical run takes a second; every third of one candidate begins with a start. */
  private final List<AdjustedRun> runs = new ArrayList<>();

  RunVariationTest() {
    for (int i = 0; i < 12; i++) {
      boolean cold = i % 3 == 0;
      runs.add(new AdjustedRun(COLD_AND_WARM, 1, cold ? START : 0, 0, cold, false));
      runs.add(new AdjustedRun(WARM, 1, 0, 0, false, false));
    }
  }

  private RunVariation variation() {
    return RunVariation.of(runs, SCALE, 3);
  }

  @Test
  void aConfigurationThatIsOftenColdIsExpectedToTakeLonger() {
    RunVariation variation = variation();
    assertThat(variation.expectedSeconds(COLD_AND_WARM, 1))
        .as("a third of the runs waits for a start")
        .isCloseTo(1 + START / 3, within(0.1));
    assertThat(variation.expectedSeconds(WARM, 1)).isCloseTo(1, within(0.05));
    assertThat(variation.expectedSeconds(UNTRIED, 1))
        .isBetween(variation.expectedSeconds(WARM, 1), variation.expectedSeconds(COLD_AND_WARM, 1));
  }

  /** A start takes as long however slow the configuration is. */
  @Test
  void aStartIsAddedAndNotMultiplied() {
    double fast = variation().slowness().expectedSeconds(1);
    double slow = variation().slowness().expectedSeconds(10);
    assertThat(slow - 10).isLessThan(2 * (fast - 1));
  }

  @Test
  void aStartTwiceAsLongAsTheRunTriplesIt() {
    assertThat(new StageHistory.Entry(0, 0, 1.9, 0, ChangeTest.NONE).tripledByStart()).isFalse();
    assertThat(new StageHistory.Entry(0, 0, 2, 0, ChangeTest.NONE).tripledByStart()).isTrue();
    assertThat(new StageHistory.Entry(0, Math.log(5), 2, 0, ChangeTest.NONE).tripledByStart())
        .isFalse();
  }

  /** Over all beliefs, as many runs are slow as expected, and those of a world by its frequency. */
  @Test
  void drawnRunsAreSlowAsOftenAsBelieved() {
    RunVariation variation = variation();
    StageDraws draws = StageDraws.draw(new SplittableRandom(1));
    RunSampler sampler = new RunSampler(draws, variation);
    for (int candidate : new int[] {COLD_AND_WARM, WARM, UNTRIED}) {
      int slow = 0;
      for (int b = 0; b < StageDraws.BELIEFS; b++) {
        slow += (int) Arrays.stream(sampler.runs(candidate, b, 1, 0)).filter(s -> s > 1.2).count();
      }
      assertThat(slow / (double) (StageDraws.BELIEFS * StageDraws.RUNS))
          .isCloseTo(variation.frequency().mean(candidate), within(0.04));
    }
  }

  @Test
  void drawnRunsFailAsOftenAsBelieved() {
    RunSampler sampler = new RunSampler(StageDraws.draw(new SplittableRandom(1)), variation());
    assertThat(Arrays.stream(sampler.runs(WARM, 0, 1, 0.25)).filter(Double::isInfinite).count())
        .isEqualTo(StageDraws.RUNS / 4);
  }

  @Test
  void stagesAlikeShareWhatIsBelievedButNotTheirRuns() {
    StageDraws one = StageDraws.draw(new SplittableRandom(1));
    StageDraws other = one.alike(new SplittableRandom(2));
    RunVariation variation = variation();
    double[] first = new RunSampler(one, variation).runs(COLD_AND_WARM, 3, 1, 0);
    double[] second = new RunSampler(other, variation).runs(COLD_AND_WARM, 3, 1, 0);
    assertThat(first).isNotEqualTo(second);
    assertThat(Arrays.stream(first).filter(s -> s > 1.2).count())
        .isEqualTo(Arrays.stream(second).filter(s -> s > 1.2).count());
  }
}
