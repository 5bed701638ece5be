/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StageLocationsTest {

  /** In a cluster whose invokers get new names, each that ever was stayed in all checkpoints. */
  @Test
  void invokersThatRanAStageLongAgoAreForgotten() {
    StageLocations placement = StageLocations.unknown(1);
    for (int i = 0; i < 10_000; i++) {
      placement = placement.seen(0, ran("invoker" + i));
    }

    assertThat(placement.ranBy().get(0))
        .hasSize(StageLocations.MOST_INVOKERS)
        .endsWith("invoker9998", "invoker9999")
        .doesNotContain("invoker0");
  }

  @Test
  void oneThatIsForgottenAndRunsAgainIsKnownAgain() {
    StageLocations placement = StageLocations.unknown(1);
    for (int i = 0; i <= StageLocations.MOST_INVOKERS; i++) {
      placement = placement.seen(0, ran("invoker" + i));
    }
    assertThat(placement.ranBy().get(0)).doesNotContain("invoker0");

    assertThat(placement.seen(0, ran("invoker0")).ranBy().get(0))
        .hasSize(StageLocations.MOST_INVOKERS)
        .contains("invoker0")
        .doesNotContain("invoker1");
  }

  @Test
  void aCheckpointOfAnEarlierVersionIsCutToTheBound() {
    List<String> many = IntStream.range(0, 500).mapToObj(i -> "invoker" + i).toList();

    assertThat(new StageLocations(List.of(many), List.of(256)).ranBy().get(0))
        .hasSize(StageLocations.MOST_INVOKERS)
        .endsWith("invoker499");
  }

  @Test
  void theOrderInWhichInvokersRanDoesNotDecideWhoTriesWhat() {
    StageLocations one = StageLocations.unknown(1).seen(0, ran("b")).seen(0, ran("a"));
    StageLocations other = StageLocations.unknown(1).seen(0, ran("a")).seen(0, ran("b"));

    assertThat(one.everywhere()).isEqualTo(other.everywhere()).containsExactly("a", "b");
    assertThat(one.within(Set.of("b")).everywhere()).containsExactly("b");
  }

  private static StageOutcome ran(String invoker) {
    return new StageOutcome(invoker, 500, 256, 70, 0.1, true, false, true);
  }
}
