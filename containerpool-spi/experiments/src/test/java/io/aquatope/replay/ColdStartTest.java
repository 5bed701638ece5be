/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.trace.TraceFunction;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.Test;

class ColdStartTest {

  private static final TraceFunction FUNCTION = Traces.function("f", 256);

  @Test
  void drawsHaveTheConfiguredMeanAndSpread() {
    double[] seconds =
        IntStream.range(0, 100_000)
            .mapToDouble(i -> ColdStart.DEFAULT.newContainerMicros(FUNCTION, 1, i) / 1e6)
            .toArray();

    assertThat(StatUtils.mean(seconds)).isCloseTo(0.808, within(0.003));
    double[] logarithms = Arrays.stream(seconds).map(Math::log).toArray();
    assertThat(Math.sqrt(StatUtils.variance(logarithms))).isCloseTo(0.25, within(0.003));
  }

  @Test
  void theDrawDependsOnSeedAndActivationOnly() {
    long draw = ColdStart.DEFAULT.newContainerMicros(FUNCTION, 1, 7);

    assertThat(ColdStart.DEFAULT.newContainerMicros(FUNCTION, 1, 7)).isEqualTo(draw);
    assertThat(ColdStart.DEFAULT.newContainerMicros(FUNCTION, 1, 8)).isNotEqualTo(draw);
    assertThat(ColdStart.DEFAULT.newContainerMicros(FUNCTION, 2, 7)).isNotEqualTo(draw);
    assertThat(ColdStart.DEFAULT.newContainerMicros(FUNCTION, 2, 6)).isNotEqualTo(draw);
    assertThat(ColdStart.DEFAULT.initMicros(FUNCTION, 1, 7)).isEqualTo(Math.round(draw * 0.25));
  }

  @Test
  void refusesSharesAndSpreadsThatAreNone() {
    assertThatThrownBy(() -> new ColdStart(1, 1.5, 0)).hasMessageContaining("init share 1.5");
    assertThatThrownBy(() -> new ColdStart(1, 0, -1)).hasMessageContaining("spread -1.0");
    assertThatThrownBy(() -> new ColdStart(-1, 0, 0)).hasMessageContaining("-1 µs");
  }
}
