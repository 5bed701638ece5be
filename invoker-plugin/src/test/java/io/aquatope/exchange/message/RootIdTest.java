/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RootIdTest {

  @Test
  void openWhisksOwnIdsStay() {
    assertThat(RootId.of("Yq4J1sF2XuZbQ6rT8vW0aBcDeFgHiJkL"))
        .isEqualTo("Yq4J1sF2XuZbQ6rT8vW0aBcDeFgHiJkL");
  }

  /**
   * The id comes from a header of the request: one of 8 kB was no observation, but an exception.
   */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\nb", "\u2028", "ä"})
  void whatIsNoShortPrintableTextIsReplacedByItsHash(String header) {
    for (String id : new String[] {header, header + "x".repeat(8_000)}) {
      assertThat(RootId.of(id)).hasSize(64).matches("[0-9a-f]+").isEqualTo(RootId.of(id));
      assertThat(RootId.of(id)).isNotEqualTo(RootId.of(id + "y"));
    }
  }
}
