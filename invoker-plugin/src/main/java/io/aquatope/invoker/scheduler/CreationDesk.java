/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.pool.ContainerId;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.openwhisk.core.connector.ContainerCreationMessage;
import org.jspecify.annotations.Nullable;

/**
 * The creations that wait for their containers. Each one is acknowledged exactly once: whoever
 * takes it from here has to acknowledge it, and nobody can take it twice. Belongs to the pool's
 * actor.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class CreationDesk {

  /** A message is delivered twice within seconds, or not at all. */
  private static final Duration REMEMBERED = Duration.ofMinutes(2);

  private static final int MOST_REMEMBERED = 100_000;

  private final CreationAnswers answers;
  private final Map<ContainerId, CreationLease> pending = new HashMap<>();
  private final Cache<String, Boolean> seen =
      CacheBuilder.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  CreationDesk(CreationAnswers answers) {
    this.answers = answers;
  }

  /** Accepts a creation; false if the same message has been delivered before. */
  boolean accept(CreationLease lease) {
    ContainerCreationMessage message = lease.message();
    return seen.asMap().putIfAbsent(message.creationId() + "/" + message.retryCount(), true)
        == null;
  }

  /** Has a creation wait for a container. */
  void bind(ContainerId container, CreationLease lease) {
    pending.put(container, lease);
  }

  /** Takes the creation that waits for a container, if there is one. */
  @Nullable CreationLease take(ContainerId container) {
    return pending.remove(container);
  }

  /** Takes a creation from whatever container it waits for; false if it waits for none. */
  boolean take(CreationLease lease) {
    return pending.values().remove(lease);
  }

  boolean isWaiting(ContainerId container) {
    return pending.containsKey(container);
  }

  /** Number of creations that wait. */
  int waiting() {
    return pending.size();
  }

  /** Takes and acknowledges the creation that waited for a container, if there is one. */
  boolean succeeded(ContainerId container) {
    CreationLease lease = take(container);
    if (lease == null) {
      return false;
    }
    answers.succeeded(lease.message());
    return true;
  }

  /** Acknowledges a creation that waits for no container. */
  void refuse(CreationLease lease, CreationFault fault, String reason) {
    answers.refused(lease.message(), fault, reason);
  }
}
