/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.join.AnnotatedAction.Kind;
import io.aquatope.hub.EntityReader.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The plain actions that sequences run, with inner sequences expanded. OpenWhisk limits only the
 * components of a single sequence, so a few sequences may stand for millions of actions. Therefore
 * this class counts actions while it descends, expands each sequence once in a survey, and stops at
 * a sequence that runs too many. For one survey, by one thread at a time.
 */
final class SequenceStages {

  /** Maximum depth of nested sequences. A sequence that contains itself stops here as well. */
  private static final int DEEPEST = 10;

  /** A sequence and its stages; no stages if it is not a {@link Kind#SEQUENCE}. */
  record Expansion(Kind kind, List<String> stages) {

    static final Expansion OTHER = new Expansion(Kind.OTHER, List.of());
    static final Expansion TOO_LONG = new Expansion(Kind.TOO_LONG, List.of());
  }

  private final BudgetedReader reader;
  private final int mostStages;
  private final Map<String, Expansion> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  SequenceStages(BudgetedReader reader, int mostStages) {
    this.reader = reader;
    this.mostStages = mostStages;
  }

  /** Expands a sequence; fails if the store does. */
  CompletableFuture<Expansion> of(Entity sequence) {
    return expanded(sequence, DEEPEST);
  }

  private CompletableFuture<Expansion> named(String name, int deepest) {
    Expansion before = known.get(name);
    if (before != null) {
      return CompletableFuture.completedFuture(before);
    }
    return reader.left() == 0
        ? CompletableFuture.completedFuture(Expansion.TOO_LONG)
        : reader.action(name).thenCompose(found -> component(name, found, deepest));
  }

  private CompletableFuture<Expansion> component(String name, Optional<Entity> found, int deepest) {
    if (found.isEmpty() || (!found.get().isSequence() && found.get().isConductor())) {
      return CompletableFuture.completedFuture(remember(name, Expansion.OTHER));
    }
    if (!found.get().isSequence()) {
      return CompletableFuture.completedFuture(
          remember(name, new Expansion(Kind.SEQUENCE, List.of(found.get().name()))));
    }
    return expanded(found.get(), deepest);
  }

  private CompletableFuture<Expansion> expanded(Entity sequence, int deepest) {
    Expansion before = known.get(sequence.name());
    if (before != null) {
      return CompletableFuture.completedFuture(before);
    }
    if (deepest == 0 || !open.add(sequence.name())) {
      return CompletableFuture.completedFuture(Expansion.OTHER);
    }
    return rest(sequence.components().iterator(), new ArrayList<>(), deepest - 1)
        .thenApply(
            expansion -> {
              open.remove(sequence.name());
              return remember(sequence.name(), expansion);
            });
  }

  private Expansion remember(String name, Expansion expansion) {
    known.put(name, expansion);
    return expansion;
  }

  /** Expands one component after the other. Components that are already known need no recursion. */
  private CompletableFuture<Expansion> rest(
      Iterator<String> components, List<String> found, int deepest) {
    while (components.hasNext()) {
      CompletableFuture<Expansion> next = named(components.next(), deepest);
      if (!next.isDone() || next.isCompletedExceptionally()) {
        return next.thenCompose(
            part -> {
              Optional<Expansion> end = end(part, found);
              return end.isPresent()
                  ? CompletableFuture.completedFuture(end.get())
                  : rest(components, found, deepest);
            });
      }
      Optional<Expansion> end = end(next.join(), found);
      if (end.isPresent()) {
        return CompletableFuture.completedFuture(end.get());
      }
    }
    return CompletableFuture.completedFuture(new Expansion(Kind.SEQUENCE, List.copyOf(found)));
  }

  /** Adds a component's stages. Returns the result of the whole if it is already decided. */
  private Optional<Expansion> end(Expansion part, List<String> found) {
    if (part.kind() != Kind.SEQUENCE) {
      return Optional.of(part);
    }
    if (found.size() + part.stages().size() > mostStages) {
      return Optional.of(Expansion.TOO_LONG);
    }
    found.addAll(part.stages());
    return Optional.empty();
  }
}
