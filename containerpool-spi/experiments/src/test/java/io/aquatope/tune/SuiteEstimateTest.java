/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.distribution.RandomVariates;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SuiteEstimateTest {

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  @Test
  void ofEqualValuesIsCertain() {
    assertThat(
            SuiteEstimate.of(Collections.nCopies(5, new double[] {3, 3}), SuiteEstimateTest::mean))
        .isEqualTo(new SuiteEstimate(3, 3, 3));
  }

  @Test
  void theIntervalOfAMeanIsTwoStandardErrorsEitherWay() {
    SplittableRandom random = new SplittableRandom(1);
    List<double[]> samples =
        Stream.generate(() -> new double[] {RandomVariates.normal(random)}).limit(400).toList();
    SuiteEstimate estimate = SuiteEstimate.of(samples, SuiteEstimateTest::mean);
    assertThat(estimate.high() - estimate.low()).isCloseTo(2 * 1.96 / 20, within(0.03));
  }

  @Test
  void workflowsThatDifferWidenItHoweverManySeedsTheyHave() {
    double[] zeros = new double[1000];
    double[] ones = new double[1000];
    Arrays.fill(ones, 1);
    SuiteEstimate estimate =
        SuiteEstimate.of(List.of(zeros, ones, zeros, ones), SuiteEstimateTest::mean);
    assertThat(estimate.value()).isEqualTo(0.5);
    assertThat(estimate.high() - estimate.low()).isGreaterThan(0.5);
  }
}
