/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FollowEvidenceTest {

  private static final double CHANCE = 0.2;

  private static FollowEvidence of(double keep, double chance, boolean... hits) {
    FollowEvidence evidence = new FollowEvidence(0, chance, keep);
    for (boolean hit : hits) {
      if (hit) {
        evidence.hit(chance);
      } else {
        evidence.missed(chance);
      }
    }
    return evidence;
  }

  private static FollowEvidence of(int hits, int misses, double chance) {
    boolean[] outcomes = new boolean[hits + misses];
    Arrays.fill(outcomes, 0, hits, true);
    return of(1, chance, outcomes);
  }

  /** Against SciPy 1.17.1 ({@code stats.beta(h + .5, m + .5)}, mean and std) for keep = 31/32. */
  @Test
  void theProbabilityIsThePosteriorMeanLessSomeDeviations() {
    FollowEvidence evidence = of(31 / 32.0, CHANCE, true, true, false, true, true);

    assertThat(evidence.probability(0)).isCloseTo(0.7475078, within(1e-6));
    assertThat(evidence.probability(1)).isCloseTo(0.5796321, within(1e-6));
    assertThat(of(1, CHANCE).probability(0)).isEqualTo(0.5);
  }

  /**
   * Against SciPy 1.17.1: {@code betaln(h + .5, m + .5) - betaln(.5, .5)} less the logarithm of
   * chance is the exact ratio, of which a bound is used.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 0, 0.01, 8.229511, 8.170620",
    "5, 0, 0.05, 13.576619, 13.480795",
    "8, 8, 0.05, 11.658149, 11.206408",
    "20, 12, 0.2, 11.729640, 11.270442"
  })
  void theWeightAgainstChanceIsAtMostTheExactRatio(
      int hits, int misses, double chance, double exact, double bound) {
    double weight = of(hits, misses, chance).againstChance();

    assertThat(weight).isCloseTo(bound, within(1e-5)).isLessThan(exact);
  }

  @Test
  void missesBeforeItWasNoticedCount() {
    FollowEvidence late = new FollowEvidence(3, CHANCE, 1);
    late.hit(CHANCE);

    assertThat(late.probability(1)).isEqualTo(of(1, 3, CHANCE).probability(1));
    assertThat(late.againstChance()).isCloseTo(of(1, 3, CHANCE).againstChance(), within(1e-9));
  }

  @Test
  void noMoreTrialsCountThanAreRemembered() {
    FollowEvidence evidence = of(0.9, CHANCE, new boolean[1000]);

    assertThat(evidence.trials()).isCloseTo(10, within(0.01));
  }

  @Test
  void aDiscountLeavesTheShare() {
    FollowEvidence evidence = of(3, 1, CHANCE);

    evidence.discount(2);

    assertThat(evidence.trials()).isCloseTo(2, within(1e-9));
    assertThat(evidence.hits()).isCloseTo(1.5, within(1e-9));
  }
}
