/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlowRunRateTest {

  private static final int[] NONE = {0, 0, 0};

  @Test
  void beforeAnyRunAllConfigurationsAreAlikeAndProbablyHarmless() {
    SlowRunRate prior = new SlowRunRate(NONE, NONE);
    assertThat(prior.mean(0)).isEqualTo(prior.mean(2)).isBetween(0.01, 0.06);
  }

  @Test
  void slowRunsOfOneConfigurationMakeThoseOfOthersMoreProbableButLessSoThanItsOwn() {
    SlowRunRate prior = new SlowRunRate(NONE, NONE);
    SlowRunRate after = new SlowRunRate(new int[] {3, 0, 0}, new int[] {1, 0, 0});
    assertThat(after.mean(1)).isGreaterThan(prior.mean(1)).isLessThan(after.mean(0));
  }

  /** Eight clean runs leave little of a slow third: (2/3)^8 is 4 %. */
  @Test
  void aFewRunsTellAConfigurationWithSlowRunsFromOneWithout() {
    SlowRunRate learnt = new SlowRunRate(new int[] {9, 9, 9, 9, 8}, new int[] {3, 3, 0, 0, 0});
    assertThat(learnt.mean(0)).isCloseTo(1.0 / 3, within(0.05));
    assertThat(learnt.mean(4)).isLessThan(0.03);
  }

  @Test
  void whereAllOthersHaveSlowRunsMoreCleanOnesAreAskedFor() {
    double amongAffected =
        new SlowRunRate(new int[] {9, 9, 9, 9, 4}, new int[] {3, 3, 3, 3, 0}).mean(4);
    double amongClean =
        new SlowRunRate(new int[] {9, 9, 9, 9, 4}, new int[] {3, 0, 0, 0, 0}).mean(4);
    assertThat(amongAffected).isGreaterThan(2 * amongClean);
  }

  /** Over all levels of both, what is drawn has the mean that is stated. */
  @Test
  void whatIsDrawnAgreesWithTheMean() {
    SlowRunRate learnt = new SlowRunRate(new int[] {5, 2, 0}, new int[] {2, 0, 0});
    SplittableRandom random = new SplittableRandom(1);
    for (int c = 0; c < 3; c++) {
      int candidate = c;
      double drawn =
          IntStream.range(0, 50_000)
              .mapToDouble(
                  i ->
                      learnt.at(
                          learnt.hypothesis(random.nextDouble()), candidate, random.nextDouble()))
              .average()
              .orElseThrow();
      assertThat(drawn).isCloseTo(learnt.mean(candidate), within(0.005));
    }
  }
}
