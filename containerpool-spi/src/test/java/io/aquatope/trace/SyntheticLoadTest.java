/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SyntheticLoadTest {

  @Test
  void theDefaultIsAFewHundredThousandActivations() {
    Trace trace = SyntheticLoad.newDefault().trace(1);

    assertThat(trace.size()).isBetween(200_000, 500_000);
    assertThat(trace.functions()).hasSizeGreaterThan(200);
    assertThat(IntStream.range(0, trace.size()).anyMatch(trace::follows)).isTrue();
  }

  @Test
  void theSameSeedGivesTheSameTrace() {
    SyntheticLoad load = SyntheticLoad.parse("functions=20,hours=1,activations=2000,chains=2");

    Trace first = load.trace(5);

    assertThat(first).usingRecursiveComparison().isEqualTo(load.trace(5));
    assertThat(first).usingRecursiveComparison().isNotEqualTo(load.trace(6));
  }

  @Test
  void settingsThatAreLeftOutHaveTheirDefault() {
    assertThat(SyntheticLoad.parse("hours=24"))
        .isEqualTo(
            new SyntheticLoad(
                SyntheticLoad.newDefault().functions(),
                24,
                SyntheticLoad.newDefault().activations(),
                SyntheticLoad.newDefault().chains()));
    assertThat(SyntheticLoad.of(List.of(Path.of("hours=24"), Path.of("chains=0"))).chains())
        .isZero();
  }

  @Test
  void anUnknownSettingIsNamedWithThoseThatThereAre() {
    assertThatThrownBy(() -> SyntheticLoad.parse("hours=24,users=3"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'users=3'")
        .hasMessageContaining("functions=200");
    assertThatThrownBy(() -> SyntheticLoad.parse("hours=0"))
        .hasMessageContaining("hours of a synthetic trace is 0, expected 1 to");
  }
}
