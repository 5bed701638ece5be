/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.exchange;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.aquatope.invoker.activation.PresentAction;
import io.aquatope.invoker.pool.InvokedFunctions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/**
 * Reads the actions of later workflow stages, so that they can be prepared at the first call that
 * they follow.
 */
final class StageActions {

  /** Source of actions: the entity store. */
  @FunctionalInterface
  interface Source {

    /**
     * Reads an action; none if it is a sequence.
     *
     * @param action fully qualified, without version
     */
    Future<Option<PresentAction>> fetch(String action);
  }

  /** Maximum number of reads of the entity store per check. */
  private static final int MOST_READS = 50;

  /**
   * Larger than the number of reads possible within {@link #AGAIN}, at one check every two seconds.
   */
  private static final int MOST_ASKED = 10_000;

  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final InvokedFunctions functions;
  private final Source source;
  private final ExecutionContext context;
  private final Cache<Wanted, Boolean> asked =
      CacheBuilder.newBuilder().maximumSize(MOST_ASKED).expireAfterWrite(AGAIN).build();

  @GuardedBy("this")
  private int turn;

  private record Wanted(String namespace, String action) {}

  StageActions(InvokedFunctions functions, Source source, ExecutionContext context) {
    this.functions = functions;
    this.source = source;
    this.context = context;
  }

  /**
   * Requests the actions that are not known here, each at most once a minute, without waiting for
   * them. The namespaces take turns, so that one with many actions does not delay the others.
   *
   * @param expected for each namespace, the actions that it will call
   */
  synchronized void read(Map<String, Set<String>> expected) {
    Deque<Iterator<Wanted>> turns = new ArrayDeque<>();
    expected.forEach(
        (namespace, actions) ->
            turns.add(actions.stream().map(action -> new Wanted(namespace, action)).iterator()));
    if (!turns.isEmpty()) {
      for (int skipped = turn++ % turns.size(); skipped > 0; skipped--) {
        turns.add(turns.remove());
      }
    }
    int reads = 0;
    while (!turns.isEmpty() && reads < MOST_READS) {
      Iterator<Wanted> next = turns.remove();
      if (next.hasNext()) {
        reads += read(next.next()) ? 1 : 0;
        turns.add(next);
      }
    }
  }

  private boolean read(Wanted wanted) {
    if (asked.getIfPresent(wanted) != null
        || functions.latest(wanted.namespace(), wanted.action()).isPresent()) {
      return false;
    }
    asked.put(wanted, true);
    source
        .fetch(wanted.action())
        .foreach(
            present -> {
              if (present.isDefined()) {
                functions.expect(
                    wanted.namespace(), present.get().action(), present.get().initArgs());
              }
              return BoxedUnit.UNIT;
            },
            context);
    return true;
  }
}
