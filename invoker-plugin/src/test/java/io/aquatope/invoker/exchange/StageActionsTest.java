/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.invoker.activation.PresentAction;
import io.aquatope.invoker.pool.Actions;
import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.pool.PreparationDepth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pekko.dispatch.ExecutionContexts;
import org.apache.pekko.dispatch.Futures;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.Some;
import scala.concurrent.Future;

final class StageActionsTest {

  private static final Actions PAY = Actions.named("pay").withoutKey();

  private final InvokedFunctions functions = new InvokedFunctions();
  private final List<String> asked = new ArrayList<>();

  private StageActions actions(Future<Option<PresentAction>> answer) {
    return new StageActions(
        functions,
        action -> {
          asked.add(action);
          return answer;
        },
        ExecutionContexts.fromExecutor(Runnable::run));
  }

  private StageActions actions(Actions present) {
    return actions(
        Futures.successful(
            new Some<>(new PresentAction(present.action(), present.initParameters()))));
  }

  private static Map<String, Set<String>> expected(String namespace, String action) {
    return Map.of(namespace, Set.of(action));
  }

  @Test
  void anActionIsKnownBeforeItsFirstCall() {
    actions(PAY).read(expected("guest", "guest/pay"));

    assertThat(functions.latest("guest", "guest/pay")).contains(PAY.calledIn("guest", functions));
  }

  @Test
  void anActionInAPackageIsKnownBeforeItsFirstCall() {
    Actions packaged = PAY.inPackage("shop");
    actions(packaged).read(expected("guest", "guest/shop/pay"));

    assertThat(functions.latest("guest", "guest/shop/pay"))
        .contains(packaged.calledIn("guest", functions))
        .hasValueSatisfying(
            spec -> assertThat(spec.deepest()).isEqualTo(PreparationDepth.INITIALISED));
    assertThat(asked).containsExactly("guest/shop/pay");
  }

  @Test
  void anActionThatGetsInitParametersFromItsPackageIsOnlyCreatedAhead() {
    Actions packaged = PAY.inPackage("shop").withInitArgs("token");
    actions(packaged).read(expected("guest", "guest/shop/pay"));

    assertThat(functions.latest("guest", "guest/shop/pay"))
        .contains(packaged.calledIn("guest", functions))
        .hasValueSatisfying(spec -> assertThat(spec.deepest()).isEqualTo(PreparationDepth.CREATED));
  }

  @Test
  void anActionOfAnotherNamespaceIsKnownOnlyWhereItIsToBeCalled() {
    Actions packaged = PAY.inPackage("shop");
    actions(packaged).read(expected("tenant", "guest/shop/pay"));

    assertThat(functions.latest("tenant", "guest/shop/pay"))
        .contains(packaged.calledIn("tenant", functions));
    assertThat(functions.latest("guest", "guest/shop/pay")).isEmpty();
  }

  @Test
  void aNamespaceThatExpectsManyActionsKeepsNoOtherWaiting() {
    Map<String, Set<String>> expected = new LinkedHashMap<>();
    expected.put(
        "greedy",
        IntStream.range(0, 5_000).mapToObj(i -> "greedy/a" + i).collect(Collectors.toSet()));
    expected.put("modest", Set.of("modest/pay"));
    actions(Futures.successful(Option.empty())).read(expected);

    assertThat(asked).hasSize(50).contains("modest/pay");
  }

  @Test
  void whatWasInvokedHereIsNotAskedFor() {
    PAY.calledIn("guest", functions);

    actions(Futures.successful(Option.empty())).read(expected("guest", "guest/pay"));

    assertThat(asked).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotAskedForAgainSoon() {
    StageActions failing = actions(Futures.failed(new IllegalStateException("away")));
    failing.read(expected("guest", "guest/pay"));
    failing.read(expected("guest", "guest/pay"));

    assertThat(asked).containsExactly("guest/pay");
    assertThat(functions.latest("guest", "guest/pay")).isEmpty();
  }
}
