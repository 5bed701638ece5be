/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Records;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class LimitEnforcementTest {

  private static final double SHARE = 0.5;
  private static final int CHOSEN = 1000;
  private static final int TRIED = 250;

  private final FoldedLog log = new FoldedLog();
  private final Map<String, Integer> limits = new TreeMap<>();
  private final LimitEnforcement enforcement =
      new LimitEnforcement("invoker0", SHARE, new RecordedLimits(limits));

  @Test
  void anInvokerThatRunsAllStagesTriesEachAsOftenAsItNeeds() {
    beginRound(Records.ran("invoker0", 900, CHOSEN, CHOSEN));

    assertThat(burst("cart", "pay")).isEqualTo(2 * Records.RULES.repetitions());
  }

  /** Counted over the stages of other invokers too, a slow candidate stayed for longer. */
  @Test
  void anInvokerThatRunsOneStageTriesItNoMoreOftenThanItNeeds() {
    beginRound(
        Records.ran(
            Map.of(
                "cart", Records.seen("invoker1", CHOSEN), "pay", Records.seen("invoker0", CHOSEN)),
            900));

    assertThat(burst("pay")).isEqualTo(Records.RULES.repetitions());
  }

  private void beginRound(InstanceReport instance) {
    log.join("invoker0");
    log.tell(Records.SHOP_DEFINED);
    for (int i = 0; i < 5; i++) {
      log.tell(instance);
    }
    log.tell(Records.proposal(1, List.of(List.of(0, 0))));
  }

  /** Lets this invoker run its stages in turn, and counts the consecutive trials that come. */
  private int burst(String... stages) {
    int trials = 0;
    for (int run = 0; run < 100; run++) {
      String action = "guest/" + stages[run % stages.length];
      enforcement.apply(log.state(), true);
      int limit = limits.getOrDefault(action, 0);
      if (trials > 0 && limit != TRIED) {
        return trials;
      }
      trials += limit == TRIED ? 1 : 0;
      enforcement.ran(log.state(), "guest", action, limit);
    }
    return trials;
  }
}
