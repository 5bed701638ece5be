/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Maps;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.successor.SuccessorFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SuccessorDemandTest {

  private static final double HOUR = 3600;
  private static final double COLD_SECONDS = 2;
  private static final FunctionSpec B = SuccessorFixture.function("ns", "b", "1", 1);

  private final SuccessorFixture fixture = new SuccessorFixture(SuccessorFixture.PLAIN);

  private Map<FunctionSpec, Integer> wanted(double gbSecondsPerSecond, double seconds) {
    PrewarmSettings settings = PrewarmSettings.DEFAULT.withGbSecondsPerSecond(gbSecondsPerSecond);
    return Maps.transformValues(
        new SuccessorDemand(function -> COLD_SECONDS, settings)
            .wanted(fixture.successors, SuccessorFixture.micros(seconds)),
        List::size);
  }

  private void learn(double delay, int width, int every) {
    for (int root = 0; root < 20; root++) {
      fixture.call("a", root, root * HOUR);
      if (root % every == 0) {
        fixture.fanOut("b", width, root, root * HOUR + delay);
      }
    }
    fixture.call("a", 99, 30 * HOUR);
  }

  @Test
  void aSoonAndSureFollowerIsWanted() {
    learn(1, 4, 1);

    assertThat(wanted(100, 30 * HOUR)).containsExactly(Map.entry(B, 4));
  }

  @Test
  void instancesInFlightAddUp() {
    learn(1, 4, 1);
    fixture.call("a", 100, 30 * HOUR);

    assertThat(wanted(100, 30 * HOUR)).containsExactly(Map.entry(B, 8));
  }

  @Test
  void aLateFollowerIsWantedOnlyWhenItHasToBeOrdered() {
    learn(100, 1, 1);

    assertThat(wanted(100, 30 * HOUR)).isEmpty();
    assertThat(wanted(100, 30 * HOUR + 75)).containsExactly(Map.entry(B, 1));
  }

  @Test
  void whatIsNotWorthItsMemoryIsNotWanted() {
    learn(1, 1, 5);

    assertThat(wanted(100, 30 * HOUR)).isNotEmpty();
    assertThat(wanted(1, 30 * HOUR)).isEmpty();
  }
}
