/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.workflow.Workflow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkflowsFileTest {

  private static final String SHOP =
      """
      workflows = [ {
        name = shop, qos = 1 s
        stages {
          pay  { action = guest/pay, after = [cart] }
          cart { action = guest/cart }
        }
      } ]
      """;

  @Test
  void stagesComeAfterThoseTheyWaitFor() {
    assertThat(parse(SHOP)).containsExactly(Records.SHOP);
  }

  @Test
  void theVersionFollowsFromWhatIsSaid() {
    assertThat(parse(SHOP).get(0).version()).isEqualTo(parse(SHOP).get(0).version());
    assertThat(parse(SHOP.replace("1 s", "2 s")).get(0).version())
        .isNotEqualTo(Records.SHOP.version());
  }

  @Test
  void callersAreThoseThatAreListedOrAll() {
    assertThat(parse(SHOP).get(0).admitted()).containsExactly("guest");
    assertThat(callers("[bank, friend, bank]").admitted())
        .containsExactlyInAnyOrder("guest", "bank", "friend");
    assertThat(callers("[any]").admitted()).containsExactlyInAnyOrder("guest", "any");
    assertThat(callers("any").admitted()).containsExactly(Workflow.ANY_CALLER);
    assertThat(callers("[b, a]").version()).isEqualTo(callers("[a, b]").version());
  }

  @Test
  void aWorkflowListsNoMoreThanAHundredCallers() {
    String many = IntStream.range(0, 101).mapToObj(i -> "n" + i).toList().toString();

    assertThatThrownBy(() -> callers(many))
        .hasMessage("workflows.conf: workflow shop: callers: '101', expected at most 100");
  }

  private static Workflow callers(String callers) {
    return parse(SHOP.replace("qos = 1 s", "qos = 1 s, callers = " + callers)).get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "qos = 1 s|qos = soon|workflows.conf: 2",
        "qos = 1 s|qos = 0 s|workflows.conf: workflow shop: qosMs: '0', expected more than 0",
        "qos = 1 s|qos = 1 s, quantile = 95|quantile: '95.0', expected more than 0, less than 1",
        "[cart]|[card]|stages.after: [pay] wait for stages that do not exist",
        "guest/cart|guest/pay|each action once",
        "action = guest/cart|after = []|action",
        "workflows = [|flows = [|workflows",
        "qos = 1 s|qos = 1 s, callers = all|workflows.conf: workflow shop: callers: 'all', expected"
            + " a list of namespaces, or any",
        "qos = 1 s|qos = 1 s, callers = 5|callers: '5', expected a list of namespaces, or any",
        "qos = 1 s|qos = 1 s, callers { a = b }|expected a list of namespaces, or any",
        "qos = 1 s|qos = 1 s, callers = [\"*\"]|callers: '*', expected a list of namespaces, or"
            + " any",
        "qos = 1 s|qos = 1 s, callers = [a/b]|callers: 'a/b', expected names of namespaces",
        "qos = 1 s|qos = 1 s, callers = [\"\"]|callers: '', expected 1 to 512 characters",
        "qos = 1 s|qos = 1 s, callers = [{}]|workflows.conf: 2: callers",
        "qos = 1 s|qos = 1 s, caller = any|workflows.conf: 2: Invalid value at 'caller': unknown"
            + " key, expected one of [callers, name, price, qos, quantile, stages]",
        "qos = 1 s|qos = 1 s, price { cpu = 1 }|workflows.conf: 2: Invalid value at 'cpu'",
        "after = [cart]|afte = [cart]|workflows.conf: 4: Invalid value at 'afte': unknown key",
      })
  void whatIsWrongIsNamedWithItsPlace(String found, String replacement, String expected) {
    assertThatThrownBy(() -> parse(SHOP.replace(found, replacement)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(expected);
  }

  private static List<Workflow> parse(String text) {
    return WorkflowsFile.parse(text, "workflows.conf", Records.RULES);
  }
}
