/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRuleTest {

  @ParameterizedTest
  @CsvSource({
    "guest/video/encode, guest/video/encode, true",
    "guest/video/encode, guest/video/encode2, false",
    "guest/video/*, guest/video/encode, true",
    "guest/video/*, guest/videos/encode, false",
    "guest/*, guest/video/encode, true",
    "*/video/*, other/video/encode, true",
    "*, guest/f, true",
    "guest/f.n, guest/fxn, false",
    "guest/(f), guest/(f), true"
  })
  void aStarStandsForAnyCharactersAndNothingElseIsSpecial(
      String pattern, String action, boolean matches) {
    assertThat(new LimitRule(pattern, CpuLimit.parse("1")).matches(action)).isEqualTo(matches);
  }
}
