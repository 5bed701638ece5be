/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.hub;

import io.aquatope.exchange.HubSettings;
import io.aquatope.exchange.outbox.Transport;
import io.aquatope.whisk.ScalaFutures;
import io.aquatope.whisk.SpiProviders;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.connector.MessageConsumer;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.pekko.actor.ActorSystem;
import scala.Option;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/** The exchange's topics in OpenWhisk's messaging: Kafka, or queues in memory. */
public final class ExchangeTopics {

  /**
   * Maximum number of messages in one read. Kafka's client returns no more than one fetch of a
   * partition holds: a megabyte, unless a single message is larger.
   */
  private static final int MOST_PER_PEEK = 500;

  /**
   * Time after which a message is sent again, longer than a producer retries by itself. A message
   * that was only late is recognised by its number.
   */
  private static final java.time.Duration SEND_TIMEOUT = java.time.Duration.ofMinutes(3);

  private static final FiniteDuration POLL_INTERVAL = Duration.create(5, "minutes");

  private final WhiskConfig config;
  private final HubSettings settings;
  private final ActorSystem system;
  private final Logging logging;
  private final MessagingProvider messaging;

  public ExchangeTopics(
      WhiskConfig config, HubSettings settings, ActorSystem system, Logging logging) {
    this.config = config;
    this.settings = settings;
    this.system = system;
    this.logging = logging;
    this.messaging = SpiProviders.configured(MessagingProvider.class);
  }

  /** Creates a topic if it does not exist. Until it exists, messages wait. */
  void ensure(String topic) {
    Try<BoxedUnit> made =
        messaging.ensureTopic(config, topic, settings.topics().config(), Option.empty(), logging);
    if (made.isFailure()) {
      logging.warn(
          this,
          () -> "topic %s cannot be created: %s".formatted(topic, made.failed().get()),
          TransactionId$.MODULE$.unknown());
    }
  }

  Transport transport() {
    MessageProducer producer = messaging.getProducer(config, Option.empty(), logging, system);
    return (topic, bytes) ->
        ScalaFutures.completable(
                producer.send(topic, new JsonMessage(new String(bytes, StandardCharsets.UTF_8)), 0),
                system.dispatcher())
            .orTimeout(SEND_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
  }

  /** Continues where a reader of the same topic stopped. */
  MessageConsumer sharedReader(String topic) {
    return consumer(topic, topic);
  }

  /** Reads a topic from its beginning. */
  MessageConsumer replayingReader(String topic, String name) {
    return consumer(topic, topic + "-" + name);
  }

  /**
   * Whether each message reaches only one reader and no message outlives the process, as with
   * queues in memory.
   */
  boolean isInMemory() {
    return messaging.getClass().getName().contains(".lean.");
  }

  private MessageConsumer consumer(String topic, String group) {
    return messaging.getConsumer(
        config, group, topic, MOST_PER_PEEK, POLL_INTERVAL, logging, system);
  }
}
