/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.member.FollowUps.FollowUp;
import io.aquatope.invoker.pool.Actions;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import org.apache.pekko.dispatch.ExecutionContexts;
import org.apache.pekko.dispatch.Futures;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Some;
import scala.concurrent.Future;

final class StageActionsTest {

  private final InvokedFunctions functions = new InvokedFunctions();
  private final List<String> asked = new ArrayList<>();

  private StageActions actions(Future<Option<ExecutableWhiskAction>> answer) {
    return new StageActions(
        functions,
        (namespace, name) -> {
          asked.add(namespace + "/" + name);
          return answer;
        },
        ExecutionContexts.fromExecutor(Runnable::run));
  }

  private static Map<String, List<FollowUp>> followUp(String action) {
    return Map.of("guest/cart", List.of(new FollowUp(action, 4, 4, 1, 0)));
  }

  @Test
  void anActionIsKnownBeforeItsFirstCall() {
    actions(Futures.successful(new Some<>(Actions.named("pay").action())))
        .read(followUp("guest/pay"));

    assertThat(functions.latest("guest", "guest/pay"))
        .map(FunctionSpec::id)
        .contains(new FunctionId("guest", "guest/pay", "1-pay"));
  }

  @Test
  void whatIsKnownHereIsNotAskedFor() {
    functions.expect("guest", Actions.named("pay").action());

    actions(Futures.successful(Option.empty())).read(followUp("guest/pay"));

    assertThat(asked).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotAskedForAgainSoon() {
    StageActions failing = actions(Futures.failed(new IllegalStateException("away")));
    failing.read(followUp("guest/pay"));
    failing.read(followUp("guest/pay"));

    assertThat(asked).containsExactly("guest/pay");
    assertThat(functions.latest("guest", "guest/pay")).isEmpty();
  }

  @Test
  void actionsInPackagesWaitForTheirFirstCall() {
    actions(Futures.successful(Option.empty())).read(followUp("guest/package/pay"));

    assertThat(asked).isEmpty();
  }
}
