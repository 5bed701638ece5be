/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.member.MemoryPort.Answer;
import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Heartbeat;
import io.aquatope.exchange.message.InstanceReport;
import io.aquatope.exchange.message.MemoryAdvised;
import io.aquatope.exchange.message.MemoryAnswered;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.message.WorkflowDefined;
import io.aquatope.exchange.workflow.MemoryAnswers;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowOwner;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MemoryUpdatesTest {

  private static final InstanceReport RAN = Records.ran("invoker0", 600, 250, 250);

  private final List<String> asked = new ArrayList<>();
  private final List<ExchangeRecord> answers = new ArrayList<>();
  private CompletableFuture<Answer> answered = CompletableFuture.completedFuture(Answer.UPDATED);
  private final MemoryPort port =
      (action, megabytes) -> {
        asked.add(action + " " + megabytes);
        return answered;
      };
  private final MemoryUpdates updates = started("invoker0");

  private ExchangeState state = ExchangeState.NONE;
  private long seq;

  @BeforeEach
  void join() {
    for (String invoker : List.of("invoker0", "invoker1")) {
      state = LogFold.fold(state, Records.message(invoker, 1, new Heartbeat()));
    }
  }

  @Test
  void whatIsRecommendedIsAskedForOnce() {
    tell(Records.SHOP_DEFINED, RAN, advice(128, 256));
    updates.apply(state, 0);
    updates.apply(state, 0);

    assertThat(asked).as("256 MB is what both have").containsExactly("guest/cart 128");
  }

  @Test
  void anotherRecommendationIsAskedForAgain() {
    tell(Records.SHOP_DEFINED, RAN, advice(128, 256));
    updates.apply(state, 0);
    asked.clear();
    tell(advice(192, 256));
    updates.apply(state, 0);

    assertThat(asked).containsExactly("guest/cart 192");
  }

  @Test
  void whatIsNotAnsweredIsAskedForAgain() {
    tell(Records.SHOP_DEFINED, RAN, advice(128, 256));
    answered = new CompletableFuture<>();
    updates.apply(state, 0);
    updates.apply(state, 0);
    assertThat(asked).as("while an answer is awaited").hasSize(1);

    answered.complete(Answer.NONE);
    answered = CompletableFuture.completedFuture(Answer.UPDATED);
    updates.apply(state, 0);
    updates.apply(state, 0);

    assertThat(asked).containsExactly("guest/cart 128", "guest/cart 128");
  }

  @ParameterizedTest
  @EnumSource(names = {"UPDATED", "REFUSED"})
  void anInvokerThatStartsLaterDoesNotAskAgainForWhatWasAnswered(Answer answer) {
    answered = CompletableFuture.completedFuture(answer);
    tell(Records.SHOP_DEFINED, RAN, advice(128, 256));
    updates.apply(state, 0);
    assertThat(asked).containsExactly("guest/cart 128");
    asked.clear();
    tell(answers.toArray(new ExchangeRecord[0]));
    tell(RAN);

    started("invoker0").apply(state, 0);

    assertThat(asked).as("the owner has set 256 MB again").doesNotContain("guest/cart 128");
  }

  @Test
  void whatTheOwnerHadSetAlreadyIsSettledForThoseThatStartLater() {
    tell(Records.SHOP_DEFINED, spread(128), advice(128, 256));
    updates.apply(state, 0);
    tell(answers.toArray(new ExchangeRecord[0]));
    tell(RAN);

    started("invoker0").apply(state, 0);

    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsSettledIsToldOnceAndByOneInvoker() {
    MemoryUpdates second = started("invoker1");
    tell(Records.SHOP_DEFINED, RAN, Records.ran("invoker1", 600, 250, 250), advice(256, 256));
    for (int i = 0; i < 2; i++) {
      updates.apply(state, 0);
      second.apply(state, 0);
    }

    assertThat(answers)
        .containsExactlyInAnyOrder(
            new MemoryAnswered("guest/cart", MemoryAnswers.settledAt(256)),
            new MemoryAnswered("guest/pay", MemoryAnswers.settledAt(256)));
  }

  @Test
  void whatThisInvokerMayNotDoAnotherMay() {
    answered = CompletableFuture.completedFuture(Answer.DENIED);
    tell(Records.SHOP_DEFINED, spread(256), RAN, advice(128, 256));
    updates.apply(state, 0);
    updates.apply(state, 0);

    assertThat(asked).containsExactly("guest/cart 128");
    assertThat(answers).as("it is left to the others").noneMatch(MemoryUpdatesTest::isOfCart);
  }

  @Test
  void whereALimitIsRefusedTheNextLargerStepIsAskedFor() {
    answered = CompletableFuture.completedFuture(Answer.REFUSED);
    tell(Records.SHOP_DEFINED, RAN, advice(128, 256));
    updates.apply(state, 0);
    answered = CompletableFuture.completedFuture(Answer.UPDATED);
    updates.apply(state, 0);
    updates.apply(state, 0);

    assertThat(asked).containsExactly("guest/cart 128", "guest/cart 192");
  }

  @Test
  void noLimitIsAskedForThatIsMoreThanTheActionHas() {
    answered = CompletableFuture.completedFuture(Answer.REFUSED);
    tell(Records.SHOP_DEFINED, RAN, advice(128, 320));
    for (int i = 0; i < 5; i++) {
      updates.apply(state, 0);
    }

    assertThat(asked)
        .as("256 MB is what both have")
        .containsExactlyInAnyOrder("guest/cart 128", "guest/cart 192", "guest/pay 320");
  }

  @Test
  void afterThreeRefusalsTheActionStaysAsItIs() {
    answered = CompletableFuture.completedFuture(Answer.REFUSED);
    tell(Records.SHOP_DEFINED, spread(512), advice(128, 256));
    for (int i = 0; i < 5; i++) {
      updates.apply(state, 0);
    }

    assertThat(asked).containsExactly("guest/cart 128", "guest/cart 192", "guest/cart 256");
  }

  @Test
  void whatWasRefusedIsPassedOverWhenOthersAreRecommendedLater() {
    answered = CompletableFuture.completedFuture(Answer.REFUSED);
    tell(Records.SHOP_DEFINED, spread(512), advice(192, 256));
    updates.apply(state, 0);
    tell(answers.toArray(new ExchangeRecord[0]));
    asked.clear();
    answered = CompletableFuture.completedFuture(Answer.UPDATED);
    tell(advice(160, 256));
    started("invoker0").apply(state, 0);
    answered = CompletableFuture.completedFuture(Answer.REFUSED);
    tell(advice(192, 256));
    started("invoker0").apply(state, 0);

    assertThat(asked).containsExactly("guest/cart 160", "guest/cart 256");
  }

  @Test
  void ofSeveralWorkflowsTheOneThatRanLastTellsWhatAnActionHas() {
    Workflow other =
        new Workflow(
            "other",
            WorkflowOwner.OPERATOR,
            900,
            0.95,
            1,
            1,
            Records.SHOP.stages().subList(0, 1),
            Records.RULES);
    tell(Records.SHOP_DEFINED, RAN, advice(256, 256), new WorkflowDefined(other));
    updates.apply(state, 0);

    assertThat(asked).as("the other has never run").isEmpty();
  }

  @Test
  void whoRanAnActionAsks() {
    MemoryUpdates others = started("invoker1");
    tell(Records.SHOP_DEFINED, spread(256), advice(128, 128));
    updates.apply(state, 0);
    assertThat(asked).containsExactly("guest/cart 128");

    others.apply(state, 0);
    assertThat(asked).containsExactly("guest/cart 128", "guest/pay 128");
  }

  @Test
  void theNextThatRanItAsksAfterAWhileUnlessItHasBeenUpdated() {
    MemoryUpdates second = started("invoker1");
    tell(Records.SHOP_DEFINED, RAN, Records.ran("invoker1", 600, 250, 250), advice(128, 128));
    second.apply(state, 0);
    second.apply(state, 59_999);
    assertThat(asked).isEmpty();

    tell(spread(128));
    second.apply(state, 60_000);
    assertThat(asked).as("one has been, one has not").containsExactly("guest/pay 128");
  }

  @Test
  void whatTheOwnerSetsAfterTheUpdateOfAnotherStays() {
    tell(Records.SHOP_DEFINED, spread(128), advice(128, 256));
    updates.apply(state, 0);
    tell(RAN);
    updates.apply(state, 0);

    assertThat(asked).isEmpty();
  }

  @Test
  void withoutARecommendationNothingIsAskedFor() {
    tell(Records.SHOP_DEFINED);
    updates.apply(state, 0);

    assertThat(asked).isEmpty();
  }

  @Test
  void aRecommendationForAnotherVersionIsPassedOver() {
    tell(Records.SHOP_DEFINED, new MemoryAdvised("shop", "other", List.of(128, 128)));
    tell(new MemoryAdvised("shop", Records.SHOP.version(), List.of(128)));

    assertThat(state.workflows().get("shop"))
        .satisfies(shop -> assertThat(shop.load().advisedMb()).containsExactly(0, 0));
  }

  private static boolean isOfCart(ExchangeRecord record) {
    return record instanceof MemoryAnswered answer && answer.action().equals("guest/cart");
  }

  private MemoryUpdates started(String invoker) {
    return new MemoryUpdates(invoker, port, answers::add);
  }

  /**
   * An instance whose first stage ran on one invoker, with this memory, and the other elsewhere.
   */
  private static InstanceReport spread(int cartMb) {
    StageOutcome cart = new StageOutcome("invoker0", 250, cartMb, 70, 0.25, true, false, true);
    return Records.ran(Map.of("cart", cart, "pay", Records.seen("invoker1", 250)), 600);
  }

  private static MemoryAdvised advice(Integer... megabytes) {
    return new MemoryAdvised("shop", Records.SHOP.version(), List.of(megabytes));
  }

  private void tell(ExchangeRecord... records) {
    state = LogFold.fold(state, Records.message("controller0", ++seq, records));
  }
}
