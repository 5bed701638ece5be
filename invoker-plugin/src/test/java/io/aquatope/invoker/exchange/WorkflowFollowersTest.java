/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.member.FollowerLookup.FollowUp;
import io.aquatope.invoker.pool.Actions;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.successor.KnownFollower;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WorkflowFollowersTest {

  private static final FollowUp PAY = new FollowUp("guest/pay", 3, 4, 1.5, 2);

  private final InvokedFunctions functions = new InvokedFunctions();
  private final List<RuntimeException> failures = new ArrayList<>();
  private final WorkflowFollowers followers =
      new WorkflowFollowers(
          (namespace, action) ->
              namespace.equals("guest") && action.equals("guest/cart") ? List.of(PAY) : List.of(),
          functions,
          failures::add);

  private record Call(FunctionSpec function, long root) implements Activation {}

  private Activation call(String namespace, String name) {
    return new Call(Actions.named(name).calledIn(namespace, functions), 1);
  }

  @Test
  void anActionThatIsKnownHereIsToldAtItsRevision() {
    Activation pay = call("guest", "pay");

    assertThat(followers.of(call("guest", "cart")))
        .containsExactly(new KnownFollower(pay.function(), 3, 4, 1_500_000, 2));
  }

  @Test
  void whatAnotherNamespaceInvokedIsNoFunctionOfThisOne() {
    call("other", "pay");

    assertThat(followers.of(call("guest", "cart"))).isEmpty();
  }

  @Test
  void otherActionsAreFollowedByNothing() {
    assertThat(followers.of(call("guest", "pay"))).isEmpty();
  }

  @Test
  void aFailureIsToldOnceAndCostsNothingElse() {
    WorkflowFollowers failing =
        new WorkflowFollowers(
            (namespace, action) -> {
              throw new IllegalStateException("as told");
            },
            functions,
            failures::add);

    assertThat(failing.of(call("guest", "cart"))).isEmpty();
    assertThat(failing.of(call("guest", "cart"))).isEmpty();
    assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
  }
}
