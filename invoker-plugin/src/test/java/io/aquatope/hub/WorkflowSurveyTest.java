/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.join.AnnotatedAction;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class WorkflowSurveyTest {

  private static final AnnotatedAction CHECKOUT =
      new AnnotatedAction(
          "guest/checkout", Map.of("qos-latency-ms", "900"), Kind.SEQUENCE, List.of("guest/cart"));

  private final List<String> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private CompletableFuture<List<AnnotatedAction>> answer =
      CompletableFuture.completedFuture(List.of(CHECKOUT));

  @Test
  void aNamespaceIsLookedAtOnceInAnInterval() {
    WorkflowSurvey survey = survey(Duration.ofMinutes(1));
    survey.active("guest");
    survey.active("guest");
    survey.active("other");

    assertThat(asked).containsExactly("guest", "other");
    assertThat(told).containsExactly("guest: [guest/checkout]", "other: [guest/checkout]");
  }

  @Test
  void aStoreThatFailsIsToldOf() {
    answer = CompletableFuture.failedFuture(new IllegalStateException("away"));
    survey(Duration.ofMinutes(1)).active("guest");

    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("warning: annotations of the actions of guest are not known")
        .contains("away");
  }

  @Test
  void aStoreThatThrowsIsToldOfAndKeepsNoActivationBack() {
    survey(
            Duration.ofMinutes(1),
            namespace -> {
              throw new IllegalStateException("no store");
            })
        .active("guest");

    assertThat(told)
        .singleElement()
        .asString()
        .startsWith("warning: annotations of the actions of guest are not known")
        .contains("no store");
  }

  private WorkflowSurvey survey(Duration interval) {
    return survey(
        interval,
        namespace -> {
          asked.add(namespace);
          return answer;
        });
  }

  private WorkflowSurvey survey(
      Duration interval, Function<String, CompletableFuture<List<AnnotatedAction>>> catalog) {
    return new WorkflowSurvey(
        catalog,
        interval,
        (namespace, actions) ->
            told.add(namespace + ": " + actions.stream().map(AnnotatedAction::action).toList()),
        new ExchangeEvents() {
          @Override
          public void told(String line) {}

          @Override
          public void warned(String line) {
            told.add("warning: " + line);
          }
        });
  }
}
