/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SuccessorEdgeTest {

  private static SuccessorEdge edge(double caution) {
    SuccessorSettings settings = SuccessorFixture.settings(10, 4, 10, caution);
    SuccessorNode target =
        new SuccessorNode(
            SuccessorFixture.function("ns", "b", "1", 1),
            new SuccessorNeighbours(settings, 0),
            settings);
    return new SuccessorEdge(target, 0, Long.MAX_VALUE, settings);
  }

  private static SuccessorEdge hitHitMissHitHit(double caution) {
    SuccessorEdge edge = edge(caution);
    edge.hit(0, 1);
    edge.hit(2, 3);
    edge.missed();
    edge.hit(4, 5);
    edge.hit(6, 7);
    return edge;
  }

  /** Against SciPy 1.17.1 ({@code stats.beta(h + .5, m + .5)}, mean and std). */
  @Test
  void theProbabilityIsThePosteriorMeanLessSomeDeviations() {
    assertThat(hitHitMissHitHit(0).probability()).isCloseTo(0.7475078, within(1e-6));
    assertThat(hitHitMissHitHit(1).probability()).isCloseTo(0.5796321, within(1e-6));
    assertThat(edge(0).probability()).isEqualTo(0.5);
  }

  @Test
  void noMoreTrialsCountThanAreRemembered() {
    SuccessorEdge edge = edge(0);
    for (int i = 0; i < 1000; i++) {
      edge.hit(0, 1);
    }

    assertThat(edge.trials()).isCloseTo(32, within(0.01));
  }

  @Test
  void aDiscountLeavesTheShare() {
    SuccessorEdge edge = hitHitMissHitHit(0);
    double share = edge.hits() / edge.trials();

    edge.discount(2);

    assertThat(edge.trials()).isCloseTo(2, within(1e-9));
    assertThat(edge.hits() / edge.trials()).isCloseTo(share, within(1e-9));
  }
}
