/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import com.google.common.base.Throwables;
import com.google.common.base.Ticker;
import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.aquatope.exchange.ExchangeEvents;
import io.aquatope.exchange.HubQuotas;
import io.aquatope.exchange.join.NamespaceDeclarations;
import io.aquatope.text.TenantText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Surveys namespaces for annotated actions. A namespace that runs sequences and compositions is
 * surveyed at most once per interval while it is active. A namespace that declares workflows is
 * also surveyed at a longer interval, whether it is active or not. The number of concurrent surveys
 * is limited. Other namespaces wait in a queue, in which each has one place however much it runs.
 * Safe for use by several threads.
 */
final class WorkflowSurvey {

  /**
   * Maximum number of namespaces whose last survey is remembered. Beyond it, some are surveyed more
   * often.
   */
  private static final long MOST_NAMESPACES = 50_000;

  /** Maximum number of waiting namespaces. Others wait for their next call. */
  private static final int MOST_WAITING = 10_000;

  /**
   * Maximum number of namespaces that a recheck queues, so that active ones do not wait for many of
   * them.
   */
  private static final int MOST_RECHECKED = 50;

  /** Surveys a namespace. */
  @FunctionalInterface
  interface Catalog {

    /** Returns all declarations of a namespace; fails if the store does. */
    CompletableFuture<NamespaceDeclarations> declarations(BudgetedReader reader, String namespace);
  }

  private final EntityReader reader;
  private final Catalog catalog;
  private final Duration interval;
  private final HubQuotas quotas;
  private final Consumer<NamespaceDeclarations> found;
  private final ExchangeEvents events;
  private final Ticker ticker;
  private final Cache<String, Long> visited;

  @GuardedBy("this")
  private final Set<String> waiting = new LinkedHashSet<>();

  @GuardedBy("this")
  private final Set<String> underWay = new HashSet<>();

  private final AtomicInteger wanted = new AtomicInteger();

  @GuardedBy("this")
  private long refused;

  @GuardedBy("this")
  private long failed;

  /**
   * @param interval between two surveys of an active namespace
   * @param found receives the declarations of each surveyed namespace
   */
  WorkflowSurvey(
      EntityReader reader,
      Catalog catalog,
      Duration interval,
      HubQuotas quotas,
      Consumer<NamespaceDeclarations> found,
      ExchangeEvents events,
      Ticker ticker) {
    this.reader = reader;
    this.catalog = catalog;
    this.interval = interval;
    this.quotas = quotas;
    this.found = found;
    this.events = events;
    this.ticker = ticker;
    visited = CacheBuilder.newBuilder().maximumSize(MOST_NAMESPACES).build();
  }

  /** Reports that a namespace has run a part of a sequence or of a composition. */
  void active(String namespace) {
    if (isDue(namespace, interval)) {
      if (await(namespace, MOST_WAITING)) {
        next();
      }
    }
  }

  /** Queues namespaces that declare workflows, or did so, to check whether they still do. */
  void recheck(Collection<String> namespaces) {
    boolean unused =
        namespaces.stream()
            .filter(namespace -> isDue(namespace, quotas.recheckInterval()))
            .sorted(Comparator.comparingLong(this::lastVisit))
            .allMatch(namespace -> await(namespace, MOST_RECHECKED));
    next();
  }

  /** Sort key that puts namespaces without a survey first. */
  private long lastVisit(String namespace) {
    Long last = visited.getIfPresent(namespace);
    return last == null ? Long.MIN_VALUE : last;
  }

  private boolean isDue(String namespace, Duration after) {
    Long last = visited.getIfPresent(namespace);
    return last == null || ticker.read() - last >= after.toNanos();
  }

  private synchronized boolean await(String namespace, int most) {
    if (underWay.contains(namespace) || waiting.contains(namespace)) {
      return true;
    }
    if (waiting.size() >= most) {
      refused += most == MOST_WAITING ? 1 : 0;
      return false;
    }
    return waiting.add(namespace);
  }

  /** Starts surveys up to the limit. A survey that ends at once causes no recursion. */
  private void next() {
    int asked = wanted.incrementAndGet();
    if (asked > 1) {
      return;
    }
    while (asked > 0) {
      begun().forEach(this::look);
      asked = wanted.addAndGet(-asked);
    }
  }

  private synchronized List<String> begun() {
    List<String> begun = new ArrayList<>();
    Iterator<String> first = waiting.iterator();
    while (first.hasNext() && underWay.size() < quotas.surveysAtATime()) {
      String namespace = first.next();
      first.remove();
      underWay.add(namespace);
      visited.put(namespace, ticker.read());
      begun.add(namespace);
    }
    return begun;
  }

  private void look(String namespace) {
    BudgetedReader budget = new BudgetedReader(reader, quotas.surveyReads());
    var unused =
        ask(budget, namespace)
            .orTimeout(quotas.surveyTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .thenAccept(found)
            .whenComplete(
                (told, failure) -> {
                  budget.close();
                  if (failure != null) {
                    failed(namespace, failure);
                  }
                  ended(namespace);
                  next();
                });
  }

  private synchronized void ended(String namespace) {
    underWay.remove(namespace);
  }

  private void failed(String namespace, Throwable failure) {
    long failures;
    synchronized (this) {
      failures = ++failed;
    }
    if (Long.bitCount(failures) == 1) {
      events.warned(
          "annotations of the actions of %s are not known: %s; %s lookups have failed"
              .formatted(
                  TenantText.plain(namespace),
                  TenantText.plain(String.valueOf(Throwables.getRootCause(failure))),
                  failures));
    }
  }

  /** Starts a survey. A failure must not affect the activation that caused it. */
  private CompletableFuture<NamespaceDeclarations> ask(BudgetedReader budget, String namespace) {
    try {
      return catalog.declarations(budget, namespace);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** Number of namespaces that found the queue full. */
  synchronized long refused() {
    return refused;
  }
}
