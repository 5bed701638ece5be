/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.models.distribution.RandomVariates;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeTestTest {

  private static List<ChangeTest> runs(double slow, double... residuals) {
    return Arrays.stream(residuals).mapToObj(r -> new ChangeTest(r, 0.05, slow)).toList();
  }

  @Test
  void threeRunsThatAreTwiceAsSlowAreAChange() {
    assertThat(ChangeTest.changedFor(runs(0.02, 0, 0.02, 0.69, 0.72, 0.66))).isEqualTo(3);
    assertThat(ChangeTest.changedFor(runs(0.02, 0, 0.02, -0.69, -0.72, -0.66))).isEqualTo(3);
  }

  @Test
  void twoAreNot() {
    assertThat(ChangeTest.changedFor(runs(0.02, 0, 0.02, -0.01, 0.69, 0.72))).isZero();
  }

  @Test
  void whereEveryThirdRunIsSlowTwiceAsSlowIsStillNoticed() {
    assertThat(ChangeTest.changedFor(runs(0.33, 0, 0.5, 0, 0.69, 0.7, 0.69, 0.7, 1.2)))
        .isEqualTo(5);
  }

  @Test
  void slowRunsInTheirShareAreNoChange() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200; i++) {
      double[] residuals =
          IntStream.range(0, 10)
              .mapToDouble(
                  r ->
                      random.nextDouble() < 0.33
                          ? 0.5 + 0.2 * RandomVariates.normal(random)
                          : 0.05 * RandomVariates.normal(random))
              .toArray();
      assertThat(ChangeTest.changedFor(runs(0.33, residuals))).isZero();
    }
  }

  @Test
  void runsOfWhichNothingWasExpectedTellNothing() {
    assertThat(
            ChangeTest.changedFor(
                List.of(ChangeTest.NONE, ChangeTest.NONE, ChangeTest.NONE, runs(0, 0.7).get(0))))
        .isZero();
  }
}
