/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfigurationRunsTest {

  private static final int RUNS = 80;
  private static final int WORLDS = 4000;

  private final SplittableRandom random = new SplittableRandom(1);

  /** Runs of candidate 0; candidate 1 has none. */
  private static ConfigurationRuns own(double... seconds) {
    return ConfigurationRuns.of(
        Arrays.stream(seconds).mapToObj(s -> new AdjustedRun(0, s, 0, 0, false, false)).toList(),
        2);
  }

  /** For each of many worlds the share of slow runs, where every third is expected to be slow. */
  private double[] slowShares(ConfigurationRuns own, int candidate) {
    return IntStream.range(0, WORLDS)
        .mapToDouble(
            world -> {
              double[] runs = random.doubles(RUNS).map(u -> u < 1.0 / 3 ? 2 : 1).toArray();
              own.draw(candidate, runs, random.doubles(RUNS).toArray(), 0);
              return Arrays.stream(runs).filter(r -> r > 1.5).count() / (double) RUNS;
            })
        .toArray();
  }

  @Test
  void whatIsExpectedLiesBetweenOwnRunsAndAllOthers() {
    assertThat(own(1, 1, 1, 1).expected(0, 4)).isEqualTo((2 * 4 + 4) / 6.0);
    assertThat(own(1, 1, 1, 1).expected(1, 4)).isEqualTo(4);
  }

  /** The share is Beta(2/3, 4/3): its mean is 1/3 and its variance 1/3 * 2/3 / 3. */
  @Test
  void whatWasNeverTriedMayBeSlowOftenOrNever() {
    double[] shares = slowShares(own(1, 1), 1);
    double mean = Arrays.stream(shares).average().orElseThrow();
    double variance =
        Arrays.stream(shares).map(s -> (s - mean) * (s - mean)).average().orElseThrow();
    assertThat(mean).isCloseTo(1.0 / 3, within(0.02));
    assertThat(variance).isCloseTo(2.0 / 27, within(0.01));
  }

  @Test
  void aFewOwnRunsSpeakForAConfiguration() {
    double[] shares = slowShares(own(1, 1, 1, 1, 1, 1, 1, 1), 0);
    assertThat(Arrays.stream(shares).average().orElseThrow()).isCloseTo(2 / 30.0, within(0.01));
    assertThat(Arrays.stream(shares).filter(s -> s < 0.05).count()).isGreaterThan(WORLDS / 2);
  }

  @Test
  void aStartCountsAsPartOfARun() {
    List<AdjustedRun> cold = List.of(new AdjustedRun(0, 1, 3, 0, true, false));
    assertThat(ConfigurationRuns.of(cold, 1).expected(0, 1)).isEqualTo((2 * 1 + 4) / 3.0);
  }
}
