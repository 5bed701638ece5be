/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.exchange;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.exchange.member.FollowUps.FollowUp;
import io.aquatope.invoker.pool.InvokedFunctions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.openwhisk.core.entity.ExecutableWhiskAction;
import scala.Option;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.runtime.BoxedUnit;

/**
 * Reads the actions that later stages of workflows run, so that they can be prepared at the first
 * call that they follow. Those in packages are left out: what their calls bring for initialisation
 * is not known before.
 */
final class StageActions {

  /** From the entity store. */
  @FunctionalInterface
  interface Source {

    /** An action at its present revision; none if it is a sequence. */
    Future<Option<ExecutableWhiskAction>> fetch(String namespace, String name);
  }

  private static final Pattern PLAIN = Pattern.compile("([^/]+)/([^/]+)");
  private static final int MOST = 1_000;
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final InvokedFunctions functions;
  private final Source source;
  private final ExecutionContext context;
  private final Cache<String, Boolean> asked =
      CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(AGAIN).build();

  StageActions(InvokedFunctions functions, Source source, ExecutionContext context) {
    this.functions = functions;
    this.source = source;
    this.context = context;
  }

  /** Asks for those that are not known here, each once in a minute; does not wait for them. */
  void read(Map<String, List<FollowUp>> followUps) {
    followUps.values().stream()
        .flatMap(List::stream)
        .map(FollowUp::action)
        .distinct()
        .limit(MOST)
        .forEach(this::read);
  }

  private void read(String action) {
    Matcher plain = PLAIN.matcher(action);
    if (!plain.matches()
        || asked.getIfPresent(action) != null
        || functions.latest(plain.group(1), action).isPresent()) {
      return;
    }
    asked.put(action, true);
    String namespace = plain.group(1);
    source
        .fetch(namespace, plain.group(2))
        .foreach(
            executable -> {
              if (executable.isDefined()) {
                functions.expect(namespace, executable.get());
              }
              return BoxedUnit.UNIT;
            },
            context);
  }
}
