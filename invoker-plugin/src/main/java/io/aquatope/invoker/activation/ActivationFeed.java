/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker.activation;

import io.aquatope.invoker.pool.InvokedFunctions;
import io.aquatope.invoker.pool.RunActivation;
import io.aquatope.whisk.InvokerContext;
import java.util.function.Consumer;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.connector.ActivationMessage;
import org.apache.openwhisk.core.connector.MessageConsumer;
import org.apache.openwhisk.core.connector.MessageFeed;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.entity.MemoryLimit$;
import org.apache.openwhisk.core.entity.TimeLimit$;
import org.apache.openwhisk.core.entity.WhiskAuthStore$;
import org.apache.openwhisk.core.invoker.Invoker$;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.dispatch.Futures;
import scala.concurrent.Promise;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * The activations of this invoker's topic. The pool requests activations from the feed, and the
 * feed delivers them to the pool. So the feed is opened before the pool exists, and keeps messages
 * until it has a pool.
 */
public final class ActivationFeed {

  private static final FiniteDuration LONG_POLL = Duration.create(1, "second");
  private static final FiniteDuration POLL_MARGIN = Duration.create(1, "minute");

  private final InvokerContext context;
  private final Promise<ActivationReceiver> receiver = Futures.promise();
  private final ActorRef actor;

  private ActivationFeed(MessageConsumer consumer, int peek, InvokerContext context) {
    this.context = context;
    ActorSystem system = context.system();
    this.actor =
        system.actorOf(
            Props.create(
                MessageFeed.class,
                () ->
                    new MessageFeed(
                        "activation",
                        context.logging(),
                        consumer,
                        peek,
                        LONG_POLL,
                        bytes ->
                            receiver.future().flatMap(r -> r.receive(bytes), system.dispatcher()),
                        true,
                        true)));
  }

  /** Opens the topic and begins to read. */
  public static ActivationFeed open(MessagingProvider messaging, InvokerContext context) {
    String topic = Invoker$.MODULE$.topicPrefix() + "invoker" + context.instance().toInt();
    int peek = peek(context.pool(), context.maxConcurrent());
    MessageConsumer consumer =
        messaging.getConsumer(
            context.config(),
            topic,
            topic,
            peek,
            TimeLimit$.MODULE$.MAX_DURATION().$plus(POLL_MARGIN),
            context.logging(),
            context.system());
    return new ActivationFeed(consumer, peek, context);
  }

  /**
   * Number of activations to read ahead: as many as could run, given that some share containers.
   */
  private static int peek(ContainerPoolConfig poolConfig, int maxConcurrent) {
    int containers = (int) poolConfig.userMemory().$div(MemoryLimit$.MODULE$.MIN_MEMORY());
    return Math.max(
        containers, (int) (containers * maxConcurrent * poolConfig.concurrentPeekFactor()));
  }

  /**
   * The actor that takes {@code MessageFeed.Processed} for each further activation that may be
   * delivered.
   */
  public ActorRef actor() {
    return actor;
  }

  /**
   * Delivers activations to the pool from now on, as {@link RunActivation}. Call it only once.
   *
   * @param functions map actions to the pool's functions
   * @param listener receives each activation before it runs
   */
  public void deliverTo(
      ActorRef pool,
      ActionFetcher actions,
      ActiveAck ack,
      ActivationRecords records,
      InvokedFunctions functions,
      Consumer<ActivationMessage> listener) {
    ActorSystem system = context.system();
    Logging logging = context.logging();
    receiver.success(
        new ActivationReceiver(
            BlacklistPolling.start(
                WhiskAuthStore$.MODULE$.datastore(system, logging), system, logging),
            actions,
            new FallbackActivations(context.instance(), ack, records),
            new ActivationSubmitter(pool, functions, context.pool().userMemory().toMB()),
            listener,
            actor,
            logging,
            system.dispatcher()));
  }
}
