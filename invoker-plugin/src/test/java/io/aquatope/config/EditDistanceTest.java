/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({"policy,policy,0", "polcy,policy,1", "kitten,sitting,3", "'',abc,3", "abc,'',3"})
  void isTheNumberOfCharactersToInsertDeleteOrReplace(String one, String other, int distance) {
    assertThat(EditDistance.between(one, other)).isEqualTo(distance);
    assertThat(EditDistance.between(other, one)).isEqualTo(distance);
  }
}
