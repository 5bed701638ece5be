/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.Scheduler$;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.connector.PingMessage;
import org.apache.openwhisk.core.connector.ResultMetadata;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.invoker.Invoker$;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.jspecify.annotations.Nullable;
import scala.Some;
import scala.concurrent.Future;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * Reports to the controllers every second that this invoker accepts work, or once that it does not.
 */
final class HealthPing {

  private static final FiniteDuration INTERVAL = Duration.create(1, "second");

  private final MessageProducer producer;
  private final InvokerInstanceId instance;
  private final ActorSystem system;
  private final Logging logging;
  private final TransactionMetadata tid = TransactionId$.MODULE$.unknown();
  private final String topic = Invoker$.MODULE$.topicPrefix() + "health";

  @GuardedBy("this")
  private @Nullable ActorRef pinging;

  HealthPing(
      MessageProducer producer, InvokerInstanceId instance, ActorSystem system, Logging logging) {
    this.producer = producer;
    this.instance = instance;
    this.system = system;
    this.logging = logging;
  }

  synchronized boolean isEnabled() {
    return pinging != null;
  }

  /** Starts the pings; false if they were running. */
  synchronized boolean enable() {
    if (pinging != null) {
      return false;
    }
    pinging =
        Scheduler$.MODULE$.scheduleWaitAtMost(
            INTERVAL,
            Duration.Zero(),
            "health ping",
            () -> ping(true).map(sent -> (Object) sent, system.dispatcher()),
            system,
            logging,
            tid);
    return true;
  }

  /** Reports that no work is accepted, and stops the pings; false if they were not running. */
  synchronized boolean disable() {
    ping(false);
    if (pinging == null) {
      return false;
    }
    system.stop(pinging);
    pinging = null;
    return true;
  }

  private Future<ResultMetadata> ping(boolean enabled) {
    Future<ResultMetadata> sent =
        producer.send(topic, new PingMessage(instance, new Some<>(enabled)), 0);
    sent.failed()
        .foreach(
            failure -> {
              logging.error(this, () -> "failed to ping the controller: " + failure, tid);
              return null;
            },
            system.dispatcher());
    return sent;
  }
}
