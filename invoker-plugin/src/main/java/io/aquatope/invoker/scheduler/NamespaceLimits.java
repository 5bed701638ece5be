/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.scheduler;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.aquatope.cluster.KeepingLimits;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.WhiskFeature;
import java.time.Duration;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.Identity$;
import org.apache.openwhisk.core.entity.UserLimits;
import org.apache.openwhisk.core.entity.WhiskAuth;
import scala.concurrent.ExecutionContext;
import scala.runtime.BoxedUnit;

/**
 * Limits of namespaces, read from the store of identities when they are asked for, and again after
 * a while. Thread-safe.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class NamespaceLimits implements KeepingLimits {

  private static final Duration CURRENT = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  private final ArtifactStore<WhiskAuth> identities;
  private final Duration idle;
  private final Duration keeping;
  private final ExecutionContext context;
  private final Cache<String, Known> known = CacheBuilder.newBuilder().maximumSize(MOST).build();

  private record Known(KeepingLimit limit, long readNanos) {}

  /**
   * @param idle time for which every container is kept
   * @param keeping further time for which the last ones are kept, unless the namespace has its own
   */
  NamespaceLimits(
      ArtifactStore<WhiskAuth> identities,
      Duration idle,
      Duration keeping,
      ExecutionContext context) {
    this.identities = identities;
    this.idle = idle;
    this.keeping = keeping;
    this.context = context;
  }

  @Override
  public KeepingLimit of(String namespace) {
    Known now = known.getIfPresent(namespace);
    long nanos = System.nanoTime();
    if (now != null && nanos - now.readNanos < CURRENT.toNanos()) {
      return now.limit;
    }
    KeepingLimit limit = now == null ? new KeepingLimit(0, micros(idle)) : now.limit;
    known.put(namespace, new Known(limit, nanos));
    Identity$.MODULE$
        .get(identities, namespace, TransactionId$.MODULE$.unknown())
        .onComplete(
            found -> {
              if (found.isSuccess()) {
                known.put(namespace, new Known(limit(found.get().limits()), System.nanoTime()));
              }
              return BoxedUnit.UNIT;
            },
            context);
    return limit;
  }

  private KeepingLimit limit(UserLimits limits) {
    return new KeepingLimit(
        limits.warmedContainerKeepingCount().isEmpty()
            ? 0
            : (Integer) limits.warmedContainerKeepingCount().get(),
        micros(idle.plus(own(limits))));
  }

  private Duration own(UserLimits limits) {
    if (limits.warmedContainerKeepingTimeout().isEmpty()) {
      return keeping;
    }
    try {
      return Duration.ofSeconds(
          scala.concurrent.duration.Duration.create(limits.warmedContainerKeepingTimeout().get())
              .toSeconds());
    } catch (IllegalArgumentException e) {
      return keeping;
    }
  }

  private static long micros(Duration time) {
    return MICROSECONDS.convert(time);
  }
}
