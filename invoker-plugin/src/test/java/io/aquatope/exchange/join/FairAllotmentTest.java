/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class FairAllotmentTest {

  @Test
  void whoWantsLittleGetsItAndTheOthersShareTheRest() {
    assertThat(FairAllotment.of(Map.of("a", 100, "b", 1, "c", 100), name -> 0, 21))
        .isEqualTo(Map.of("a", 10, "b", 1, "c", 10));
  }

  @Test
  void whatIsLeftGoesToThoseThatHaveIt() {
    assertThat(FairAllotment.of(Map.of("a", 3, "b", 3), name -> name.equals("b") ? 2 : 0, 3))
        .isEqualTo(Map.of("a", 1, "b", 2));
  }

  @Property(tries = 200)
  void allIsSharedOutAndNobodyHasTwoMoreThanOneThatWantsMore(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, Integer> wanted = new HashMap<>();
    int all = 0;
    for (int i = random.nextInt(1, 30); i > 0; i--) {
      int some = random.nextInt(1, 20);
      wanted.put("n" + i, some);
      all += some;
    }
    int total = random.nextInt(1, 200);
    Map<String, Integer> shares = FairAllotment.of(wanted, name -> random.nextInt(20), total);

    assertThat(shares.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(Math.min(all, total));
    int most = shares.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    wanted.forEach(
        (name, want) ->
            assertThat(shares.get(name))
                .isLessThanOrEqualTo(want)
                .isGreaterThanOrEqualTo(Math.min(want, most - 1)));
  }
}
