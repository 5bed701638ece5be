/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.join.AnnotatedAction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Looks for annotated actions in the namespaces that run sequences and compositions, in each one
 * once in an interval and only while it is active. Safe for use by several threads.
 */
final class WorkflowSurvey {

  private static final long MOST_NAMESPACES = 10_000;

  private final Function<String, CompletableFuture<List<AnnotatedAction>>> catalog;
  private final BiConsumer<String, List<AnnotatedAction>> found;
  private final ExchangeEvents events;
  private final Cache<String, Boolean> visited;

  /**
   * @param catalog the annotated actions of a namespace
   * @param found is told of a namespace with them
   */
  WorkflowSurvey(
      Function<String, CompletableFuture<List<AnnotatedAction>>> catalog,
      Duration interval,
      BiConsumer<String, List<AnnotatedAction>> found,
      ExchangeEvents events) {
    this.catalog = catalog;
    this.found = found;
    this.events = events;
    visited =
        CacheBuilder.newBuilder().maximumSize(MOST_NAMESPACES).expireAfterWrite(interval).build();
  }

  /** A namespace has run a part of a sequence or of a composition. */
  void active(String namespace) {
    if (visited.asMap().putIfAbsent(namespace, true) == null) {
      var unused =
          ask(namespace)
              .whenComplete(
                  (actions, failure) -> {
                    if (failure == null) {
                      found.accept(namespace, actions);
                    } else {
                      events.warned(
                          "annotations of the actions of %s are not known: %s"
                              .formatted(namespace, failure));
                    }
                  });
    }
  }

  /** Whatever happens here, the activation that led to it goes on. */
  private CompletableFuture<List<AnnotatedAction>> ask(String namespace) {
    try {
      return catalog.apply(namespace);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
