/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "250us, PT0.00025S",
    "500ms, PT0.5S",
    "0.808s, PT0.808S",
    "60s, PT1M",
    "10m, PT10M",
    "1h 30m, PT1H30M",
    "1h30m, PT1H30M",
    "2 d, PT48H",
    "' 5m ', PT5M",
    "PT10M, PT10M",
    "pt1.5s, PT1.5S",
    "P1D, PT24H",
    "0s, PT0S"
  })
  void readsNumbersWithUnitsAndIso(String text, Duration expected) {
    assertThat(DurationText.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "10",
        "10x",
        "10m abc",
        "m",
        "-5m",
        "PT-5M",
        "1e3s",
        "P",
        "99999999999d"
      })
  void namesTheValueAndWhatWasExpected(String text) {
    assertThatThrownBy(() -> DurationText.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'%s' is not a duration, expected for example 500ms, 60s, 10m, 1h 30m or PT10M", text);
  }
}
