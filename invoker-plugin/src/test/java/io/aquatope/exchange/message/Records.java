/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.workflow.TuningRules;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Records of a two-stage workflow for tests. */
public final class Records {

  public static final TuningRules RULES = new TuningRules(List.of(250, 500, 1000), 2, 5, 1);

  public static final WorkflowStage CART = new WorkflowStage("cart", "guest/cart", List.of(), 1);

  public static final Workflow SHOP =
      shop(CART, new WorkflowStage("pay", "guest/pay", List.of(0), 1));

  public static final WorkflowDefined SHOP_DEFINED = new WorkflowDefined(SHOP);

  /** The same, of which calls in all namespaces are instances. */
  public static final Workflow PUBLIC_SHOP = callers(SHOP, Workflow.ANY_CALLER);

  private Records() {}

  /** Another version of it. */
  public static Workflow shop(WorkflowStage... stages) {
    return new Workflow(
        "shop", WorkflowOwner.OPERATOR, 1_000, 0.95, 0.000048, 0.0000034, List.of(stages), RULES);
  }

  /** A workflow of which calls in other namespaces are instances, too. */
  public static Workflow callers(Workflow workflow, String... callers) {
    return new Workflow(
        workflow.name(),
        workflow.owner(),
        workflow.qosMs(),
        workflow.quantile(),
        workflow.cpuSecond(),
        workflow.gbSecond(),
        workflow.stages(),
        workflow.rules(),
        Arrays.asList(callers));
  }

  public static Message message(String from, long seq, ExchangeRecord... records) {
    return new Message(Message.VERSION, from, 1, seq, Arrays.asList(records));
  }

  /** An instance all of whose stages ran warm on {@code invoker}, a quarter second each. */
  public static InstanceReport ran(String invoker, long latencyMs, int cart, int pay) {
    return ran(Map.of("cart", seen(invoker, cart), "pay", seen(invoker, pay)), latencyMs);
  }

  public static InstanceReport ran(Map<String, StageOutcome> stages, long latencyMs) {
    return new InstanceReport(
        "shop",
        SHOP.version(),
        "t",
        stages.size() == 2,
        1_000,
        new WorkflowInstance(latencyMs, stages));
  }

  public static StageOutcome seen(String invoker, int milliCores) {
    return new StageOutcome(invoker, milliCores, 256, 70, 0.25, true, false, true);
  }

  public static RoundProposed proposal(int round, List<List<Integer>> candidates) {
    return new RoundProposed("shop", SHOP.version(), round, candidates);
  }

  public static RoundConcluded conclusion(int round, Integer... choice) {
    return new RoundConcluded("shop", SHOP.version(), round, List.of(choice));
  }
}
