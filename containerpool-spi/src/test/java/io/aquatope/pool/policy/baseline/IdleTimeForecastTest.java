/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IdleTimeForecastTest {

  private static double next(double... idle) {
    IdleTimeForecast forecast = new IdleTimeForecast();
    for (double one : idle) {
      forecast.add(one);
    }
    return forecast.next();
  }

  @Test
  void isTheMeanOfAFew() {
    assertThat(next(300)).isEqualTo(300);
    assertThat(next(300, 500)).isEqualTo(400);
    assertThat(next(300, 300, 300, 300)).isEqualTo(300);
  }

  @Test
  void followsTheRegressionOnTheLastIdleTime() {
    // Pairs (1,3) (3,2) (2,4): means 2 and 3, covariance -1, variance 2, slope -1/2.
    assertThat(next(1, 3, 2, 4)).isCloseTo(3 - 0.5 * (4 - 2), within(1e-12));
  }

  @Test
  void continuesAnAlternation() {
    assertThat(next(10, 20, 10, 20, 10)).isCloseTo(19.95, within(1e-12));
  }

  @Test
  void isNeverNegative() {
    assertThat(next(0, 0, 0, 100, 0, 0, 0, 1000)).isGreaterThanOrEqualTo(0);
  }
}
