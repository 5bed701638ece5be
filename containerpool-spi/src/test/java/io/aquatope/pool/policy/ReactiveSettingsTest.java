/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReactiveSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          -1; 3; PT1M; 2; 1; minCount is -1, expected at least 0
           2; 1; PT1M; 2; 1; maxCount is 1, expected at least 1 and minCount, which is 2
           0; 0; PT1M; 2; 1; maxCount is 0, expected at least 1 and minCount, which is 0
           1; 3; PT0S; 2; 1; ttl is PT0S, expected more than 0
           1; 3; PT1M; 0; 1; threshold is 0, expected at least 1
           1; 3; PT1M; 2; 0; increment is 0, expected from 1 to maxCount, which is 3
           1; 3; PT1M; 2; 4; increment is 4, expected from 1 to maxCount, which is 3
          """)
  void refusesBadValuesByName(
      int minCount, int maxCount, Duration ttl, int threshold, int increment, String message) {
    assertThatThrownBy(() -> new ReactiveSettings(minCount, maxCount, ttl, threshold, increment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
