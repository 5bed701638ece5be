/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Ticker;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubQuotas;
import io.aquatope.exchange.Quotas;
import io.aquatope.exchange.join.AnnotatedAction;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.join.NamespaceDeclarations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WorkflowSurveyTest {

  private static final AnnotatedAction CHECKOUT =
      new AnnotatedAction(
          "guest/checkout", Map.of("qos-latency-ms", "900"), Kind.SEQUENCE, List.of("guest/cart"));

  private static final EntityReader NO_STORE =
      new EntityReader() {
        @Override
        public CompletableFuture<Page> page(String namespace, int skip, int limit) {
          throw new AssertionError("not asked for");
        }

        @Override
        public CompletableFuture<Optional<Entity>> action(String name) {
          throw new AssertionError("not asked for");
        }
      };

  private final CompletableFuture<@Nullable Void> guestFound = new CompletableFuture<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private CompletableFuture<List<AnnotatedAction>> answer =
      CompletableFuture.completedFuture(List.of(CHECKOUT));
  private HubQuotas quotas = Quotas.DEFAULT;
  private long nowNanos;

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

  @Test
  void aNamespaceHasOnePlaceInTheQueueHoweverMuchItRuns() {
    quotas = Quotas.surveys(100, 1, Duration.ofMinutes(1));
    CompletableFuture<List<AnnotatedAction>> first = new CompletableFuture<>();
    answer = first;
    WorkflowSurvey survey = survey(Duration.ofNanos(1));
    survey.active("greedy");
    answer = CompletableFuture.completedFuture(List.of());
    for (int i = 0; i < 1_000; i++) {
      nowNanos++;
      survey.active("greedy");
    }
    survey.active("modest");
    assertThat(asked).as("so many at a time").containsExactly("greedy");

    first.complete(List.of());
    assertThat(asked).containsExactly("greedy", "modest");
  }

  @Test
  void aSurveyThatTakesTooLongIsGivenUpAndFreesItsPlace() {
    quotas = Quotas.surveys(100, 1, Duration.ofMillis(20));
    answer = new CompletableFuture<>();
    WorkflowSurvey survey = survey(Duration.ofMinutes(1));
    survey.active("slow");
    answer = CompletableFuture.completedFuture(List.of(CHECKOUT));
    survey.active("guest");

    assertThat(guestFound).succeedsWithin(Duration.ofSeconds(30));

    assertThat(asked).containsExactly("slow", "guest");
    assertThat(told)
        .anyMatch(line -> line.startsWith("warning: annotations of the actions of slow"))
        .contains("guest: [guest/checkout]");
  }

  @Test
  void namespacesThatDeclareAreLookedAtAgainThoughTheyRunNothing() {
    WorkflowSurvey survey = survey(Duration.ofMinutes(1));
    survey.recheck(List.of("guest", "other"));
    nowNanos += Duration.ofMinutes(4).toNanos();
    survey.recheck(List.of("guest", "other"));
    assertThat(asked).containsExactly("guest", "other");

    nowNanos += Duration.ofMinutes(1).toNanos();
    survey.recheck(List.of("guest", "other"));
    assertThat(asked).containsExactly("guest", "other", "guest", "other");
  }

  @Test
  void ofManyThatAreDueThoseComeFirstThatWereLookedAtLongestAgo() {
    WorkflowSurvey survey = survey(Duration.ofMinutes(1));
    List<String> many =
        IntStream.range(0, 120).mapToObj(i -> String.format(Locale.ROOT, "%03d", i)).toList();
    for (int look = 0; look < 3; look++) {
      survey.recheck(many);
      nowNanos += Duration.ofMinutes(10).toNanos();
    }

    assertThat(asked).hasSize(150).startsWith("000").endsWith("029");
    assertThat(asked.subList(0, 120)).doesNotHaveDuplicates();
  }

  @Test
  void manyThatAreAnsweredAtOnceDoNotOverflowTheStack() {
    quotas = Quotas.surveys(100, 1, Duration.ofMinutes(1));
    CompletableFuture<List<AnnotatedAction>> first = new CompletableFuture<>();
    answer = first;
    WorkflowSurvey survey = survey(Duration.ofMinutes(1));
    survey.active("first");
    answer = CompletableFuture.completedFuture(List.of());
    for (int i = 0; i < 20_000; i++) {
      survey.active("n" + i);
    }
    first.complete(List.of());

    assertThat(asked).hasSize(10_001);
    assertThat(survey.refused()).isEqualTo(10_000);
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
        NO_STORE,
        (budget, namespace) ->
            catalog
                .apply(namespace)
                .thenApply(actions -> new NamespaceDeclarations(namespace, actions, 0)),
        interval,
        quotas,
        found -> {
          told.add(
              found.namespace()
                  + ": "
                  + found.actions().stream().map(AnnotatedAction::action).toList());
          if (found.namespace().equals("guest")) {
            guestFound.complete(null);
          }
        },
        new ExchangeEvents() {
          @Override
          public void told(String line) {}

          @Override
          public void warned(String line) {
            told.add("warning: " + line);
          }
        },
        new Ticker() {
          @Override
          public long read() {
            return nowNanos;
          }
        });
  }
}
