/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.exchange;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.exchange.member.FollowUps.FollowUp;
import io.aquatope.invoker.activation.PresentAction;
import io.aquatope.invoker.pool.InvokedFunctions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/**
 * Reads the actions that later stages of workflows run, so that they can be prepared at the first
 * call that they follow. An action in a package may be called in other namespaces than its own: it
 * is expected in those of the actions that it follows, too.
 */
final class StageActions {

  /** From the entity store. */
  @FunctionalInterface
  interface Source {

    /**
     * Reads an action; none if it is a sequence.
     *
     * @param action fully qualified, without version
     */
    Future<Option<PresentAction>> fetch(String action);
  }

  private static final int MOST = 1_000;
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final InvokedFunctions functions;
  private final Source source;
  private final ExecutionContext context;
  private final Cache<Wanted, Boolean> asked =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(AGAIN).build();

  private record Wanted(String namespace, String action) {

    static Stream<Wanted> of(String caller, String action) {
      return Stream.of(namespace(action), namespace(caller))
          .distinct()
          .limit(isInPackage(action) ? 2 : 1)
          .map(namespace -> new Wanted(namespace, action));
    }

    private static boolean isInPackage(String action) {
      return action.indexOf('/') < action.lastIndexOf('/');
    }

    private static String namespace(String action) {
      return action.substring(0, Math.max(0, action.indexOf('/')));
    }
  }

  StageActions(InvokedFunctions functions, Source source, ExecutionContext context) {
    this.functions = functions;
    this.source = source;
    this.context = context;
  }

  /** Asks for those that are not known here, each once in a minute; does not wait for them. */
  void read(Map<String, List<FollowUp>> followUps) {
    followUps.entrySet().stream()
        .flatMap(
            calls ->
                calls.getValue().stream().flatMap(next -> Wanted.of(calls.getKey(), next.action())))
        .distinct()
        .limit(MOST)
        .forEach(this::read);
  }

  private void read(Wanted wanted) {
    if (asked.getIfPresent(wanted) != null
        || functions.latest(wanted.namespace(), wanted.action()).isPresent()) {
      return;
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
  }
}
