/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.prepare.Payloads;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class InitPayloadTest {

  @Test
  void activationsOfOneActionInOneNamespaceAskForTheSame() {
    assertThat(Payloads.HELLO.ofActivation("one").payload())
        .isEqualTo(Payloads.HELLO.payload())
        .isEqualTo(Payloads.HELLO.ofActivation("two").payload())
        .hasSameHashCodeAs(Payloads.HELLO.payload());
  }

  @Test
  void theApiKeyBelongsToTheCall() {
    assertThat(Payloads.HELLO.with("__OW_API_KEY", "k:1").payload())
        .isEqualTo(Payloads.HELLO.payload());
  }

  static Stream<Payloads> others() {
    Payloads hello = Payloads.HELLO;
    return Stream.of(
        hello.in("tenant"),
        hello.in("gu-est"),
        hello.in("Guest"),
        hello.named("/guest/hel-lo"),
        hello.named("/guest/he_llo"),
        hello.named("/guest/pkg/hello"),
        hello.named("/other/hello"),
        hello.at("0.0.2"),
        hello.withCode("def main(a): return {}"),
        hello.with("KEY", "value"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void nothingElseIsTheSame(Payloads other) {
    assertThat(other.payload()).isNotEqualTo(Payloads.HELLO.payload());
  }

  @Test
  void initTimeParametersAreComparedByTheirValues() {
    assertThat(Payloads.HELLO.with("KEY", "one").payload())
        .isEqualTo(Payloads.HELLO.with("KEY", "one").ofActivation("x").payload())
        .isNotEqualTo(Payloads.HELLO.with("KEY", "other").payload());
  }
}
