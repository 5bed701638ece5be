/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingCurvesTest {

  private final ScalingCurves curves =
      new ScalingCurves(
          new StageSpace(
              "s",
              "f",
              ImmutableList.of(
                  new StageConfiguration(0.5, 1),
                  new StageConfiguration(2, 1),
                  new StageConfiguration(2, 4))));

  private double probability(Predicate<double[]> of) {
    double all =
        IntStream.range(0, curves.size()).mapToDouble(k -> Math.exp(curves.logPrior(k))).sum();
    return IntStream.range(0, curves.size())
            .filter(k -> of.test(curves.shape(k)))
            .mapToDouble(k -> Math.exp(curves.logPrior(k)))
            .sum()
        / all;
  }

  @Test
  void cpuHelpsMoreOftenThanMemory() {
    double cpu = probability(shape -> shape[1] < shape[0] - 1e-9);
    double memory = probability(shape -> shape[2] < shape[1] - 1e-9);
    assertThat(cpu).isGreaterThan(0.6);
    assertThat(memory).isBetween(0.05, 0.3);
  }

  @Test
  void moreCpuIsHardlyEverWorse() {
    assertThat(probability(shape -> shape[1] > shape[0] + 1e-9)).isBetween(0.001, 0.1);
  }

  @Test
  void singleThreadedCodeGainsUpToOneCore() {
    assertThat(
            probability(shape -> Math.abs(shape[0] - Math.log(2)) < 1e-9 && shape[1] == shape[2]))
        .isGreaterThan(0.1);
  }
}
