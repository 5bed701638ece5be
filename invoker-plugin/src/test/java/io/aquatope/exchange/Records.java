/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Records of a two-stage workflow for tests. */
final class Records {

  static final TuningRules RULES = new TuningRules(List.of(250, 500, 1000), 2, 5);

  static final WorkflowDefined SHOP =
      new WorkflowDefined(
          "shop",
          1_000,
          0.95,
          0.000048,
          0.0000034,
          List.of(
              new StageDefined("cart", "guest/cart", List.of(), 1),
              new StageDefined("pay", "guest/pay", List.of(0), 1)),
          RULES);

  private Records() {}

  static Message message(String from, long seq, ExchangeRecord... records) {
    return new Message(Message.VERSION, from, 1, seq, Arrays.asList(records));
  }

  /** An instance all of whose stages ran warm on {@code invoker}, a quarter second each. */
  static WorkflowObserved ran(String invoker, long latencyMs, int cart, int pay) {
    return ran(Map.of("cart", seen(invoker, cart), "pay", seen(invoker, pay)), latencyMs);
  }

  static WorkflowObserved ran(Map<String, StageSeen> stages, long latencyMs) {
    return new WorkflowObserved(
        "shop", SHOP.version(), "t", latencyMs, stages.size() == 2, 0, new TreeMap<>(stages));
  }

  static StageSeen seen(String invoker, int milliCores) {
    return new StageSeen(invoker, milliCores, 256, 0.25, true, false, true);
  }

  static RoundProposed proposal(int round, List<List<Integer>> candidates) {
    return new RoundProposed("shop", SHOP.version(), round, candidates);
  }

  static RoundConcluded conclusion(int round, Integer... choice) {
    return new RoundConcluded("shop", SHOP.version(), round, List.of(choice));
  }
}
