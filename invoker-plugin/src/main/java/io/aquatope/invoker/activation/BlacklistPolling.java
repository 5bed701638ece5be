/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.typesafe.config.ConfigFactory;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.Scheduler$;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.WhiskAuth;
import org.apache.openwhisk.core.invoker.NamespaceBlacklist;
import org.apache.pekko.actor.ActorSystem;
import scala.collection.immutable.Set;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.duration.Duration;
import scala.util.Try;

/** Updates the list of blocked namespaces at an interval. */
public final class BlacklistPolling {

  private static final String INTERVAL = "whisk.blacklist.poll-interval";

  private BlacklistPolling() {}

  public static NamespaceBlacklist start(
      ArtifactStore<WhiskAuth> store, ActorSystem system, Logging logging) {
    NamespaceBlacklist blacklist = new NamespaceBlacklist(store);
    Scheduler$.MODULE$.scheduleWaitAtMost(
        Duration.fromNanos(ConfigFactory.load().getDuration(INTERVAL, NANOSECONDS)),
        Duration.Zero(),
        "blacklist",
        () -> refresh(blacklist, system.dispatcher(), logging),
        system,
        logging,
        TransactionId$.MODULE$.unknown());
    return blacklist;
  }

  private static Future<Object> refresh(
      NamespaceBlacklist blacklist, ExecutionContext context, Logging logging) {
    TransactionMetadata tid = TransactionId$.MODULE$.invoker();
    return blacklist
        .refreshBlacklist(context, tid)
        .transform(updated -> logged(updated, logging, tid), context);
  }

  private static Try<Object> logged(
      Try<Set<String>> updated, Logging logging, TransactionMetadata tid) {
    if (updated.isSuccess()) {
      logging.info(
          BlacklistPolling.class,
          () -> "updated blacklist to %s entries".formatted(updated.get().size()),
          tid);
    } else {
      logging.error(
          BlacklistPolling.class,
          () -> "error on updating the blacklist: " + updated.failed().get(),
          tid);
    }
    return updated.map(entries -> (Object) entries);
  }
}
