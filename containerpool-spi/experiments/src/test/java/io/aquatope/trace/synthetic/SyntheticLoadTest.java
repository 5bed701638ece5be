/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.trace.Trace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SyntheticLoadTest {

  @Test
  void theDefaultIsADayOfOneInvokerWithTimersAndChains() {
    Trace trace = SyntheticLoad.newDefault().trace(1);

    assertThat(trace.size()).isBetween(15_000, 60_000);
    assertThat(trace.functions()).hasSizeGreaterThan(20);
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
  void chainsHaveThreeToEightStagesThatFollowEachOther() {
    Trace trace = SyntheticLoad.parse("functions=1,hours=8,activations=1,chains=30").trace(2);

    Map<String, Set<Integer>> stages = new HashMap<>();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.follows(i)) {
        int cause = trace.function(trace.cause(i));
        String app = trace.functions().get(cause).app();
        assertThat(trace.function(i)).isEqualTo(cause + 1);
        assertThat(trace.functions().get(trace.function(i)).app()).isEqualTo(app);
        stages.computeIfAbsent(app, first -> new HashSet<>(Set.of(cause))).add(trace.function(i));
      }
    }
    assertThat(stages).hasSize(30);
    assertThat(stages.values()).allMatch(depth -> depth.size() >= 3 && depth.size() <= 8);
  }

  @Test
  void someStagesFanOut() {
    Trace trace = SyntheticLoad.parse("functions=1,hours=8,activations=1,chains=30").trace(2);

    int[] followers = new int[trace.size()];
    for (int i = 0; i < trace.size(); i++) {
      if (trace.follows(i)) {
        followers[trace.cause(i)]++;
      }
    }
    assertThat(Arrays.stream(followers).max()).hasValue(6);
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
        .hasMessageContaining("functions=16");
    assertThatThrownBy(() -> SyntheticLoad.parse("hours=0"))
        .hasMessageContaining("hours of a synthetic trace is 0, expected 1 to");
  }
}
