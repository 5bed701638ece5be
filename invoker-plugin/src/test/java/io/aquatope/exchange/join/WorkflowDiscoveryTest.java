/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.Quotas;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.workflow.Workflow;
import io.aquatope.exchange.workflow.WorkflowStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkflowDiscoveryTest {

  private final List<String> warnings = new ArrayList<>();
  private final WorkflowDiscovery discovery =
      new WorkflowDiscovery(
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
            new WorkflowStage("cart", "guest/cart", List.of(), 1),
            new WorkflowStage("pay", "guest/pay", List.of(0), 1));
  }

  @Test
  void anActionThatRunsTwiceIsOneStage() {
    found("guest", List.of(sequence("2000", "guest/a", "guest/b", "guest/a")));

    assertThat(onlyWorkflow().stages())
        .containsExactly(
            new WorkflowStage("a", "guest/a", List.of(), 2),
            new WorkflowStage("b", "guest/b", List.of(0), 1));
  }

  @Test
  void actionsOfOneNameInSeveralPackagesAreToldApart() {
    found("guest", List.of(sequence("2000", "guest/x/run", "guest/y/run")));

    assertThat(onlyWorkflow().stages())
        .extracting(WorkflowStage::name)
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
        "900|0.9|OTHER|qos-latency-ms: '900', expected the annotation on a sequence of plain"
            + " actions,",
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

  /** It was parsed, or told in the log with all of its megabyte and its line breaks. */
  @ParameterizedTest
  @CsvSource({"qos-latency-ms", "qos-quantile"})
  void aTextOfATenantIsMeasuredBeforeItIsReadAndShortenedBeforeItIsTold(String key) {
    for (String text :
        List.of(
            "1." + "0".repeat(1_000_000),
            "9".repeat(1_000_000),
            "2\n[2026-01-01T00:00:00.000Z] [ERROR] [#tid_sid_invoker] forged line",
            "\u2028\u0000\u001b[31m\r",
            "NaN",
            "1e400",
            "-5",
            "")) {
      Map<String, String> annotations = new HashMap<>(Map.of("qos-latency-ms", "900"));
      annotations.put(key, text);
      found("guest", List.of());
      found(
          "guest",
          List.of(
              new AnnotatedAction(
                  "guest/checkout", annotations, Kind.SEQUENCE, List.of("guest/cart"))));
    }

    assertThat(discovery.workflows("guest")).isEmpty();
    assertThat(warnings)
        .hasSize(8)
        .allSatisfy(
            line -> assertThat(line).hasSizeLessThan(250).doesNotContainPattern("\\p{Cntrl}"));
  }

  @Test
  void aSequenceThatRunsOnlyActionsOfOthersIsToldOfAndIsNoWorkflow() {
    found("guest", List.of(sequence("900", "victim/shop/cart", "victim/shop/pay")));

    assertThat(discovery.workflows("guest")).isEmpty();
    assertThat(warnings).singleElement().asString().contains("only actions of other namespaces");
  }

  @Test
  void anActionOfAnotherNamespaceIsNotDeclaredByThis() {
    found(
        "evil",
        List.of(
            new AnnotatedAction(
                "guest/checkout",
                Map.of("qos-latency-ms", "1"),
                Kind.SEQUENCE,
                List.of("evil/a"))));

    assertThat(discovery.workflows("evil")).isEmpty();
    assertThat(discovery.namespaces()).isEmpty();
  }

  @Test
  void aNamespaceThatDeclaresTooManyHarmsItselfAlone() {
    found("guest", List.of(sequence("900", "guest/cart")));
    found("aaa", declarations("aaa", 2_000));

    assertThat(discovery.workflows("guest")).hasSize(1);
    assertThat(discovery.workflows("aaa"))
        .extracting(Workflow::name)
        .containsExactly("aaa/w0000", "aaa/w0001", "aaa/w0002");
    assertThat(discovery.refused()).isEqualTo(1_997);
    found("aaa", declarations("aaa", 2_000));
    assertThat(warnings)
        .singleElement()
        .asString()
        .isEqualTo(
            "namespace aaa declares 1997 workflows more than its quota of 3; only the first by name"
                + " count");
    assertThat(discovery.refused()).isEqualTo(1_997);
  }

  @Test
  void whereAllWantMoreThanThereIsEachGetsOneInTurn() {
    found("aaa", declarations("aaa", 3));
    found("bbb", declarations("bbb", 3));
    found("zzz", declarations("zzz", 1));

    assertThat(discovery.workflows("zzz")).hasSize(1);
    assertThat(discovery.workflows("aaa")).hasSize(2);
    assertThat(discovery.workflows("bbb")).hasSize(2);
  }

  @Test
  void namespacesWithoutDeclarationsAreNotKept() {
    for (int i = 0; i < 20_000; i++) {
      found("n" + i, List.of());
    }
    found("guest", List.of(sequence("900", "guest/cart")));
    found("guest", List.of());

    assertThat(discovery.namespaces()).isEmpty();
  }

  @Test
  void namespacesBeyondTheBoundAreRefusedAndCounted() {
    for (int i = 0; i < 100; i++) {
      found("n" + i, declarations("n" + i, 1));
    }

    assertThat(discovery.namespaces()).hasSize(5);
    assertThat(discovery.refused()).isEqualTo(95);
    assertThat(warnings).hasSizeLessThan(9);
  }

  private static List<AnnotatedAction> declarations(String namespace, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new AnnotatedAction(
                    String.format(Locale.ROOT, "%s/w%04d", namespace, i),
                    Map.of("qos-latency-ms", "900"),
                    Kind.SEQUENCE,
                    List.of(namespace + "/a" + i)))
        .toList();
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
