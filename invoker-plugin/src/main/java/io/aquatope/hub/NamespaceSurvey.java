/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.HubQuotas;
import io.aquatope.exchange.join.AnnotatedAction;
import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.exchange.join.NamespaceDeclarations;
import io.aquatope.hub.EntityReader.Entity;
import io.aquatope.hub.EntityReader.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * One survey of a namespace. Reads the namespace's list of actions page by page, then the first
 * annotated actions by name, and the actions that these run. It makes one read at a time, keeps
 * only names, and ends within its budget of reads. An action may be missing from the list if it
 * moved between two pages. Therefore the actions known from the previous survey are read by name.
 */
final class NamespaceSurvey {

  /** Rows contain all annotations of an action, up to a megabyte each. */
  private static final int PAGE = 50;

  /** Maximum number of rows in a survey, so also of annotated actions in a namespace. */
  private static final int MOST_ROWS = 5_000;

  private final BudgetedReader reader;
  private final HubQuotas quotas;
  private final String namespace;
  private final SequenceStages sequences;
  private final Set<String> listed = new TreeSet<>();
  private final List<AnnotatedAction> found = new ArrayList<>();
  private int left;

  NamespaceSurvey(BudgetedReader reader, HubQuotas quotas, String namespace) {
    this.reader = reader;
    this.quotas = quotas;
    this.namespace = namespace;
    this.sequences = new SequenceStages(reader, quotas.stagesPerWorkflow());
  }

  /**
   * Returns the namespace's declarations; fails if the store does.
   *
   * @param known actions that were annotated at the previous survey
   */
  CompletableFuture<NamespaceDeclarations> run(Collection<String> known) {
    return pages(0)
        .thenCompose(
            end -> {
              Set<String> names = new TreeSet<>(listed);
              names.addAll(known);
              return actions(names.iterator());
            })
        .thenApply(end -> new NamespaceDeclarations(namespace, found, left));
  }

  private CompletableFuture<Boolean> pages(int first) {
    int skip = first;
    while (skip < MOST_ROWS) {
      CompletableFuture<Page> next = reader.page(namespace, skip, PAGE);
      int after = skip + PAGE;
      if (!next.isDone() || next.isCompletedExceptionally()) {
        return next.thenCompose(
            page -> take(page) ? pages(after) : CompletableFuture.completedFuture(true));
      }
      if (!take(next.join())) {
        return CompletableFuture.completedFuture(true);
      }
      skip = after;
    }
    return CompletableFuture.completedFuture(true);
  }

  private boolean take(Page page) {
    listed.addAll(page.asking());
    return page.rows() >= PAGE;
  }

  private CompletableFuture<Boolean> actions(Iterator<String> names) {
    while (names.hasNext()) {
      String name = names.next();
      if (found.size() >= quotas.workflowsPerNamespace() || reader.left() == 0) {
        left += listed.contains(name) ? 1 : 0;
        continue;
      }
      CompletableFuture<Optional<AnnotatedAction>> next = action(name);
      if (!next.isDone() || next.isCompletedExceptionally()) {
        return next.thenCompose(
            action -> {
              action.ifPresent(found::add);
              return actions(names);
            });
      }
      next.join().ifPresent(found::add);
    }
    return CompletableFuture.completedFuture(true);
  }

  private CompletableFuture<Optional<AnnotatedAction>> action(String name) {
    return reader
        .action(name)
        .thenCompose(
            entity ->
                entity.isPresent()
                        && entity.get().annotations().containsKey(AnnotatedAction.LATENCY)
                    ? annotated(entity.get()).thenApply(Optional::of)
                    : CompletableFuture.completedFuture(Optional.empty()));
  }

  private CompletableFuture<AnnotatedAction> annotated(Entity action) {
    return action.isSequence()
        ? sequences
            .of(action)
            .thenApply(
                stages ->
                    new AnnotatedAction(
                        action.name(), action.annotations(), stages.kind(), stages.stages()))
        : CompletableFuture.completedFuture(
            new AnnotatedAction(
                action.name(),
                action.annotations(),
                action.isConductor() ? Kind.COMPOSITION : Kind.OTHER,
                List.of()));
  }
}
