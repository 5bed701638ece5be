/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.exchange.HubQuotas;
import io.aquatope.exchange.Quotas;
import io.aquatope.exchange.join.AnnotatedAction;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.join.NamespaceDeclarations;
import io.aquatope.exchange.workflow.WorkflowOwner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NamespaceSurveyTest {

  /** A store whose list of actions is in the order of their names. */
  private static final class Store implements EntityReader {

    private final Map<String, Entity> actions = new TreeMap<>();
    private final List<String> unlisted = new ArrayList<>();
    private Executor executor = Runnable::run;
    private long reads;
    private boolean away;

    void plain(String name) {
      actions.put(name, new Entity(name, Map.of(), false, false, List.of()));
    }

    void sequence(String name, List<String> components) {
      actions.put(name, new Entity(name, Map.of(), false, true, components));
    }

    void annotated(String name, List<String> components) {
      actions.put(
          name, new Entity(name, Map.of(AnnotatedAction.LATENCY, "900"), false, true, components));
    }

    @Override
    public CompletableFuture<Page> page(String namespace, int skip, int limit) {
      List<String> names =
          actions.keySet().stream()
              .filter(name -> name.startsWith(namespace + "/") && !unlisted.contains(name))
              .skip(skip)
              .limit(limit)
              .toList();
      return answer(
          new Page(
              names.size(),
              names.stream()
                  .filter(
                      name -> {
                        Entity action = actions.get(name);
                        return action != null && !action.annotations().isEmpty();
                      })
                  .toList()));
    }

    @Override
    public CompletableFuture<Optional<Entity>> action(String name) {
      return answer(Optional.ofNullable(actions.get(name)));
    }

    private <T> CompletableFuture<T> answer(T value) {
      reads++;
      return away
          ? CompletableFuture.failedFuture(new IllegalStateException("away"))
          : CompletableFuture.supplyAsync(() -> value, executor);
    }
  }

  private final Store store = new Store();

  /** Five PUTs of a tenant stood for 312 million actions, which every controller expanded. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 9})
  void nestedSequencesAreGivenUpOnTheWayDown(int depth) {
    store.plain("evil/x");
    for (int level = depth; level >= 1; level--) {
      String next = level == depth ? "evil/x" : "evil/s" + (level + 1);
      store.sequence("evil/s" + level, Collections.nCopies(50, next));
    }
    store.annotated("evil/s1", Collections.nCopies(50, "evil/s2"));

    AnnotatedAction found = only(survey(Quotas.DEFAULT, List.of()));

    assertThat(found.kind()).isEqualTo(Kind.TOO_LONG);
    assertThat(found.stages()).isEmpty();
    assertThat(store.reads).isLessThan(15);
  }

  @Test
  void distinctSequencesOfDistinctSequencesEndWithTheBudgetOfReads() {
    List<String> roots = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      List<String> parts = new ArrayList<>();
      for (int j = 0; j < 50; j++) {
        store.sequence(String.format(Locale.ROOT, "evil/t%d-%d", i, j), List.of());
        parts.add(String.format(Locale.ROOT, "evil/t%d-%d", i, j));
      }
      store.sequence("evil/s" + i, parts);
      roots.add("evil/s" + i);
    }
    store.annotated("evil/all", roots);

    survey(Quotas.surveys(200, 1, Duration.ofMinutes(1)), List.of());

    assertThat(store.reads).isEqualTo(200);
  }

  @Test
  void aSequenceThatRunsAnotherSeveralTimesHasItReadOnce() {
    store.plain("guest/a");
    store.sequence("guest/inner", List.of("guest/a", "guest/a"));
    store.annotated("guest/outer", Collections.nCopies(25, "guest/inner"));

    AnnotatedAction found = only(survey(Quotas.DEFAULT, List.of()));

    assertThat(found.kind()).isEqualTo(Kind.SEQUENCE);
    assertThat(found.stages()).hasSize(50).containsOnly("guest/a");
    assertThat(store.reads).as("a page, and three actions").isEqualTo(4);
  }

  @Test
  void sequencesThatContainEachOtherAreNoWorkflow() {
    store.annotated("evil/a", List.of("evil/b"));
    store.annotated("evil/b", List.of("evil/a"));

    assertThat(survey(Quotas.DEFAULT, List.of()).actions())
        .hasSize(2)
        .allMatch(action -> action.kind() == Kind.OTHER);
  }

  @Test
  void aLongSequenceOverAStoreThatAnswersAtOnceOrLaterNeedsNoDeepStack() {
    for (int i = 0; i < 5_000; i++) {
      store.plain(String.format(Locale.ROOT, "guest/p%04d", i));
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      parts.add(String.format(Locale.ROOT, "guest/p%04d", i));
    }
    store.annotated("guest/all", parts);

    assertThat(only(survey(Quotas.DEFAULT, List.of())).stages()).isEqualTo(parts);
    store.executor = Executors.newSingleThreadExecutor();
    assertThat(only(survey(Quotas.DEFAULT, List.of())).stages()).isEqualTo(parts);
  }

  @Test
  void ofTooManyDeclarationsTheFirstByNameAreReadAndTheOthersCounted() {
    store.plain("greedy/a");
    for (int i = 0; i < 2_000; i++) {
      store.annotated(String.format(Locale.ROOT, "greedy/s%04d", i), List.of("greedy/a"));
    }

    NamespaceDeclarations found = survey(Quotas.DEFAULT, List.of());

    assertThat(found.actions()).hasSize(20);
    assertThat(found.left()).isEqualTo(1_980);
    assertThat(store.reads).isEqualTo(2_001 / 50 + 1 + 20 + 1);
  }

  /** What moves from a later page to an earlier one between two reads is not listed at all. */
  @Test
  void whatTheListHasLostIsNotTakenForGone() {
    store.plain("guest/a");
    store.annotated("guest/checkout", List.of("guest/a"));
    store.unlisted.add("guest/checkout");

    assertThat(only(survey(Quotas.DEFAULT, List.of("guest/checkout"))).action())
        .isEqualTo("guest/checkout");
    store.actions.remove("guest/checkout");
    assertThat(survey(Quotas.DEFAULT, List.of("guest/checkout")).actions()).isEmpty();
  }

  @Test
  void aStoreThatFailsIsNoNamespaceWithoutDeclarations() {
    store.annotated("guest/checkout", List.of("guest/a"));
    store.away = true;

    assertThat(run(Quotas.DEFAULT, "guest", List.of())).isCompletedExceptionally();
  }

  @Test
  void aSequenceOfAnActionThatThereIsNotIsNoWorkflow() {
    store.annotated("guest/checkout", List.of("guest/gone"));

    assertThat(only(survey(Quotas.DEFAULT, List.of())).kind()).isEqualTo(Kind.OTHER);
  }

  private NamespaceDeclarations survey(HubQuotas quotas, List<String> known) {
    String namespace =
        store.actions.keySet().stream().map(WorkflowOwner::namespaceOf).findFirst().orElse("guest");
    return run(quotas, namespace, known).join();
  }

  private CompletableFuture<NamespaceDeclarations> run(
      HubQuotas quotas, String namespace, List<String> known) {
    store.reads = 0;
    BudgetedReader reader = new BudgetedReader(store, quotas.surveyReads());
    return new NamespaceSurvey(reader, quotas, namespace).run(known);
  }

  private static AnnotatedAction only(NamespaceDeclarations found) {
    assertThat(found.actions()).hasSize(1);
    return found.actions().get(0);
  }
}
