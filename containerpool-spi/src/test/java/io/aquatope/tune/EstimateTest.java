/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimateTest {

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  @Test
  void ofEqualValuesIsCertain() {
    assertThat(Estimate.of(Collections.nCopies(5, new double[] {3, 3}), EstimateTest::mean))
        .isEqualTo(new Estimate(3, 3, 3));
  }

  @Test
  void theIntervalOfAMeanIsTwoStandardErrorsEitherWay() {
    SplittableRandom random = new SplittableRandom(1);
    List<double[]> samples =
        Stream.generate(() -> new double[] {random.nextGaussian()}).limit(400).toList();
    Estimate estimate = Estimate.of(samples, EstimateTest::mean);
    assertThat(estimate.high() - estimate.low()).isCloseTo(2 * 1.96 / 20, within(0.03));
  }

  @Test
  void workflowsThatDifferWidenItHoweverManySeedsTheyHave() {
    double[] zeros = new double[1000];
    double[] ones = new double[1000];
    Arrays.fill(ones, 1);
    Estimate estimate = Estimate.of(List.of(zeros, ones, zeros, ones), EstimateTest::mean);
    assertThat(estimate.value()).isEqualTo(0.5);
    assertThat(estimate.high() - estimate.low()).isGreaterThan(0.5);
  }
}
