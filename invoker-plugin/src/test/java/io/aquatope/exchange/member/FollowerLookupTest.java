/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.exchange.member.FollowerLookup.FollowUp;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.WorkflowStage;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FollowerLookupTest {

  private ExchangeState state = ExchangeState.NONE;
  private long seq;

  @Test
  void whatIsDeclaredIsKnownBeforeTheFirstCall() {
    beat("invoker0");
    tell(Records.SHOP_DEFINED);

    assertThat(ofCart("invoker0"))
        .containsExactly(new FollowUp("guest/pay", 4, 4, 0.5, 0)); // half of the target
    assertThat(FollowerLookup.of(state, "invoker0").of("guest", "guest/pay")).isEmpty();
  }

  @Test
  void whatOtherInvokersSawCountsHere() {
    beat("invoker0");
    beat("invoker1");
    tell(Records.SHOP_DEFINED);
    for (int i = 0; i < 8; i++) {
      tell(ran("invoker1"));
    }
    tell(ran("invoker0"));

    assertThat(ofCart("invoker0"))
        .singleElement()
        .satisfies(
            pay -> {
              assertThat(pay.instances()).isEqualTo(13);
              assertThat(pay.followed()).as("two share the calls").isEqualTo(6.5);
              assertThat(pay.seconds()).isCloseTo(0.25, within(1e-9));
              assertThat(pay.seen()).isEqualTo(9);
            });
  }

  @Test
  void whatRunsElsewhereIsNotExpectedHere() {
    beat("invoker0");
    beat("invoker1");
    tell(
        Records.SHOP_DEFINED,
        Records.ran(
            Map.of("cart", Records.seen("invoker0", 1000), "pay", Records.seen("invoker1", 1000)),
            600));

    assertThat(ofCart("invoker0")).isEmpty();
    assertThat(ofCart("invoker1")).singleElement().extracting(FollowUp::followed).isEqualTo(5.0);
  }

  @Test
  void aStageThatFailsIsOftenFollowedByNothing() {
    StageOutcome failed = new StageOutcome("invoker0", 1000, 256, 70, 0.1, true, false, false);
    beat("invoker0");
    tell(Records.SHOP_DEFINED);
    for (int i = 0; i < 4; i++) {
      tell(ran("invoker0"));
      tell(Records.ran(Map.of("cart", failed), 100));
    }

    FollowUp pay = ofCart("invoker0").get(0);
    assertThat(pay.followed() / pay.instances()).isCloseTo(8.0 / 12, within(1e-9));
  }

  @Test
  void ofWorkflowsThatShareAnActionTheBusyOneCountsMore() {
    Workflow other =
        new Workflow(
            "other",
            WorkflowOwner.OPERATOR,
            1_000,
            0.95,
            1,
            1,
            List.of(
                new WorkflowStage("cart", "guest/cart", List.of(), 1),
                new WorkflowStage("gift", "guest/gift", List.of(0), 1)),
            Records.RULES);
    beat("invoker0");
    tell(Records.SHOP_DEFINED, new WorkflowDefined(other));
    for (int i = 0; i < 12; i++) {
      tell(ran("invoker0"));
    }

    assertThat(ofCart("invoker0"))
        .extracting(FollowUp::action)
        .containsExactly("guest/pay", "guest/gift");
    assertThat(ofCart("invoker0")).extracting(FollowUp::followed).containsExactly(16.0, 4.0);
    assertThat(ofCart("invoker0")).allMatch(next -> next.instances() == 20);
  }

  /** A tenant had its own code prepared wherever somebody called an action that it named. */
  @Test
  void whatOneNamespaceDeclaresHasNothingFollowInAnother() {
    Workflow evil =
        new Workflow(
            "evil/x",
            WorkflowOwner.of("evil"),
            1_000,
            0.95,
            1,
            1,
            List.of(
                new WorkflowStage("cart", "guest/cart", List.of(), 1),
                new WorkflowStage("spy", "evil/p/spy", List.of(0), 1)),
            Records.RULES);
    beat("invoker0");
    tell(new WorkflowDefined(evil), new WorkflowDefined(Records.PUBLIC_SHOP));
    FollowerLookup followUps = FollowerLookup.of(state, "invoker0");

    assertThat(followUps.of("guest", "guest/cart"))
        .extracting(FollowUp::action)
        .containsExactly("guest/pay");
    assertThat(followUps.of("evil", "guest/cart"))
        .extracting(FollowUp::action)
        .containsExactlyInAnyOrder("guest/pay", "evil/p/spy");
    assertThat(followUps.expected())
        .isEqualTo(Map.of("evil", Set.of("evil/p/spy"), "guest", Set.of("guest/pay")));
  }

  /** A tenant that calls a public action had what follows it prepared for itself. */
  @Test
  void nothingFollowsInANamespaceThatTheOperatorsWorkflowDoesNotAdmit() {
    beat("invoker0");
    tell(new WorkflowDefined(Records.callers(Records.SHOP, "friend")));
    FollowerLookup followUps = FollowerLookup.of(state, "invoker0");

    assertThat(followUps.of("guest", "guest/cart")).hasSize(1);
    assertThat(followUps.of("friend", "guest/cart")).hasSize(1);
    assertThat(followUps.of("evil", "guest/cart")).isEmpty();

    tell(Records.SHOP_DEFINED);
    FollowerLookup narrowed = followUps.next(state, "invoker0");
    assertThat(narrowed.of("guest", "guest/cart")).hasSize(1);
    assertThat(narrowed.of("friend", "guest/cart")).isEmpty();
  }

  @Test
  void aPublicActionThatANamespacesOwnWorkflowRunsIsExpectedInThatNamespace() {
    beat("invoker0");
    tell(
        new WorkflowDefined(
            new Workflow(
                "guest/checkout",
                WorkflowOwner.of("guest"),
                1_000,
                0.95,
                1,
                1,
                List.of(
                    new WorkflowStage("cart", "guest/cart", List.of(), 1),
                    new WorkflowStage("pay", "bank/public/pay", List.of(0), 1)),
                Records.RULES)));

    assertThat(FollowerLookup.of(state, "invoker0").expected())
        .isEqualTo(Map.of("guest", Set.of("bank/public/pay")));
  }

  @Test
  void anActionInAPackageThatTheOperatorRegistersIsExpectedInTheNamespacesOfThoseItFollows() {
    beat("invoker0");
    tell(
        new WorkflowDefined(
            Records.shop(
                new WorkflowStage("cart", "tenant/cart", List.of(), 1),
                new WorkflowStage("pay", "guest/shop/pay", List.of(0), 1),
                new WorkflowStage("ship", "guest/ship", List.of(1), 1))));

    assertThat(FollowerLookup.of(state, "invoker0").expected())
        .isEqualTo(
            Map.of(
                "tenant",
                Set.of("guest/shop/pay"),
                "guest",
                Set.of("guest/shop/pay", "guest/ship")));
  }

  @Test
  void aNamespaceHasNoMoreThanAHundredActionsExpected() {
    beat("invoker0");
    for (int w = 0; w < 20; w++) {
      List<WorkflowStage> stages = new ArrayList<>();
      for (int s = 0; s < 50; s++) {
        String action = String.format(Locale.ROOT, "greedy/a%d-%d", w, s);
        stages.add(new WorkflowStage(action, action, s == 0 ? List.of() : List.of(s - 1), 1));
      }
      tell(
          new WorkflowDefined(
              new Workflow(
                  "greedy/w" + w,
                  WorkflowOwner.of("greedy"),
                  1_000,
                  0.95,
                  1,
                  1,
                  stages,
                  Records.RULES)));
    }

    assertThat(FollowerLookup.of(state, "invoker0").expected().get("greedy")).hasSize(100);
  }

  @Test
  void whatIsAskedForAgainIsComputedBeforeAndIsTheSame() {
    beat("invoker0");
    tell(Records.SHOP_DEFINED);
    FollowerLookup before = FollowerLookup.of(state, "invoker0");
    assertThat(before.of("guest", "guest/cart")).hasSize(1);
    tell(ran("invoker0"));
    FollowerLookup after = before.next(state, "invoker0");

    assertThat(after.of("guest", "guest/cart"))
        .isEqualTo(FollowerLookup.of(state, "invoker0").of("guest", "guest/cart"))
        .isNotEqualTo(before.of("guest", "guest/cart"));
    assertThat(after.next(ExchangeState.NONE, "invoker0").of("guest", "guest/cart")).isEmpty();
  }

  private static InstanceReport ran(String invoker) {
    return new InstanceReport(
        "shop",
        Records.SHOP.version(),
        "t",
        true,
        600_000,
        new WorkflowInstance(
            600, Map.of("cart", Records.seen(invoker, 1000), "pay", Records.seen(invoker, 1000))));
  }

  private List<FollowUp> ofCart(String invoker) {
    return FollowerLookup.of(state, invoker).of("guest", "guest/cart");
  }

  private void beat(String invoker) {
    state = LogFold.fold(state, Records.message(invoker, 1, new Heartbeat()));
  }

  private void tell(ExchangeRecord... records) {
    state = LogFold.fold(state, Records.message("controller0", ++seq, records));
  }
}
