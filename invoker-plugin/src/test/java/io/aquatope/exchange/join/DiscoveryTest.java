/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.Quotas;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.workflow.Stage;
import io.aquatope.exchange.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiscoveryTest {

  private final List<String> warnings = new ArrayList<>();
  private final Discovery discovery =
      new Discovery(
          Quotas.workflows(3, 5),
          Records.RULES,
          new ExchangeEvents() {
            @Override
            public void told(String line) {}

            @Override
            public void warned(String line) {
              warnings.add(line);
            }
          },
          namespace -> 0);

  @Test
  void anAnnotatedSequenceIsAWorkflowOfItsActions() {
    found("guest", List.of(sequence("2000", "guest/cart", "guest/pay")));

    Workflow found = onlyWorkflow();
    assertThat(found.name()).isEqualTo("guest/checkout");
    assertThat(found.qosMs()).isEqualTo(2_000);
    assertThat(found.quantile()).isEqualTo(0.95);
    assertThat(found.stages())
        .containsExactly(
            new Stage("cart", "guest/cart", List.of(), 1),
            new Stage("pay", "guest/pay", List.of(0), 1));
  }

  @Test
  void anActionThatRunsTwiceIsOneStage() {
    found("guest", List.of(sequence("2000", "guest/a", "guest/b", "guest/a")));

    assertThat(onlyWorkflow().stages())
        .containsExactly(
            new Stage("a", "guest/a", List.of(), 2), new Stage("b", "guest/b", List.of(0), 1));
  }

  @Test
  void actionsOfOneNameInSeveralPackagesAreToldApart() {
    found("guest", List.of(sequence("2000", "guest/x/run", "guest/y/run")));

    assertThat(onlyWorkflow().stages())
        .extracting(Stage::name)
        .containsExactly("guest/x/run", "guest/y/run");
  }

  @Test
  void otherStagesAreAnotherVersion() {
    found("guest", List.of(sequence("2000", "guest/cart", "guest/pay")));
    String before = onlyWorkflow().version();
    found("guest", List.of(sequence("2000", "guest/cart", "guest/gift", "guest/pay")));

    assertThat(onlyWorkflow().version()).isNotEqualTo(before);
  }

  @Test
  void whatIsNoLongerAnnotatedIsNoWorkflow() {
    found("guest", List.of(sequence("2000", "guest/cart")));
    found("other", List.of());
    assertThat(discovery.workflows("guest")).hasSize(1);

    found("guest", List.of());
    assertThat(discovery.workflows("guest")).isEmpty();
  }

  @Test
  void theStagesOfACompositionAreLearntFromItsInstances() {
    found("guest", List.of(composition()));
    ran(2, "guest/app", "guest/cart", "guest/app", "guest/pay", "guest/app");
    assertThat(discovery.workflows("guest")).isEmpty();

    ran(1, "guest/app", "guest/cart", "guest/app", "guest/pay", "guest/app");
    assertThat(onlyWorkflow().runs())
        .isEqualTo(Map.of("guest/app", 3, "guest/cart", 1, "guest/pay", 1));
  }

  @Test
  void aCompositionThatRunsSomethingElseNowAndThenStaysWhatItIs() {
    found("guest", List.of(composition()));
    ran(3, "guest/app", "guest/cart");
    Workflow known = onlyWorkflow();
    for (int i = 0; i < 5; i++) {
      ran(2, "guest/app", "guest/gift");
      ran(1, "guest/app", "guest/cart");
    }
    assertThat(onlyWorkflow()).isEqualTo(known);

    ran(3, "guest/app", "guest/gift");
    assertThat(onlyWorkflow().runs()).containsKey("guest/gift");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "soon|0.9|SEQUENCE|qos-latency-ms: 'soon', expected whole milliseconds, more than 0",
        "0|0.9|SEQUENCE|qos-latency-ms: '0', expected whole milliseconds, more than 0",
        "900|95|SEQUENCE|qos-quantile: '95', expected more than 0, less than 1",
        "900|0.9|OTHER|qos-latency-ms: '900', expected it at a sequence of plain actions, or",
      })
  void whatIsWrongIsToldOnceWithActionAndKey(
      String latency, String quantile, Kind kind, String expected) {
    AnnotatedAction bad =
        new AnnotatedAction(
            "guest/checkout",
            Map.of("qos-latency-ms", latency, "qos-quantile", quantile),
            kind,
            List.of("guest/cart"));
    found("guest", List.of(bad));
    found("guest", List.of(bad));

    assertThat(discovery.workflows("guest")).isEmpty();
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith("action guest/checkout: annotation ")
        .contains(expected);
  }

  @Test
  void aBadAnnotationLeavesWhatWasInForce() {
    found("guest", List.of(sequence("2000", "guest/cart")));
    Workflow known = onlyWorkflow();
    found("guest", List.of(sequence("2 s", "guest/cart")));

    assertThat(onlyWorkflow()).isEqualTo(known);
    assertThat(warnings).hasSize(1);
  }

  private void found(String namespace, List<AnnotatedAction> actions) {
    discovery.found(new NamespaceDeclarations(namespace, actions, 0));
  }

  private Workflow onlyWorkflow() {
    assertThat(discovery.workflows("guest")).hasSize(1);
    return discovery.workflows("guest").get(0);
  }

  private void ran(int times, String... actions) {
    for (int i = 0; i < times; i++) {
      discovery.ran("guest", "guest/app", List.of(actions));
    }
  }

  private static AnnotatedAction sequence(String latency, String... actions) {
    return new AnnotatedAction(
        "guest/checkout", Map.of("qos-latency-ms", latency), Kind.SEQUENCE, List.of(actions));
  }

  private static AnnotatedAction composition() {
    return new AnnotatedAction(
        "guest/app", Map.of("qos-latency-ms", "900"), Kind.COMPOSITION, List.of());
  }
}
