/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalTest {

  @Test
  void isAboutTwoStandardErrorsToEachSide() {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = random.doubles(400).toArray();

    ConfidenceInterval interval = ConfidenceInterval.ofMean(values, random);

    double error = Math.sqrt(1 / 12.0 / 400);
    assertThat(interval.low()).isCloseTo(interval.mean() - 1.96 * error, within(0.4 * error));
    assertThat(interval.high()).isCloseTo(interval.mean() + 1.96 * error, within(0.4 * error));
  }
}
