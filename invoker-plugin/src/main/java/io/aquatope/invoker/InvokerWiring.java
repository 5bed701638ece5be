/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.AquatopeConfig;
import io.aquatope.hub.InvokerMember;
import io.aquatope.invoker.activation.ActionFetcher;
import io.aquatope.invoker.activation.ActivationFeed;
import io.aquatope.invoker.activation.ActivationRecords;
import io.aquatope.invoker.exchange.InvokerExchange;
import io.aquatope.invoker.metrics.PoolMetrics;
import io.aquatope.invoker.pool.InvokerPool;
import io.aquatope.invoker.status.StatusServer;
import io.aquatope.metrics.WhiskMetrics;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.MaxAgePolicy;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prepare.PolicyFailures;
import io.aquatope.prepare.PolicyMetrics;
import io.aquatope.prepare.PrewarmSetups;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.status.StatusBoard;
import io.aquatope.whisk.SpiProviders;
import java.time.Clock;
import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.UserEvents$;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.ack.EventSender;
import org.apache.openwhisk.core.ack.MessagingActiveAck;
import org.apache.openwhisk.core.ack.UserEventSender;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.containerpool.logging.LogStoreProvider;
import org.apache.openwhisk.core.database.ActivationStoreProvider;
import org.apache.openwhisk.core.entity.IntraConcurrencyLimitConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.WhiskEntityStore$;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import scala.Option;
import scala.Some;
import scala.concurrent.ExecutionContext;

/**
 * Assembles an invoker from the parts of OpenWhisk's {@code InvokerReactive}, with another pool.
 */
final class InvokerWiring {

  private final AquatopeConfig aquatope;
  private final WhiskConfig config;
  private final InvokerInstanceId instance;
  private final MessageProducer producer;
  private final ContainerPoolConfig poolConfig;
  private final IntraConcurrencyLimitConfig limits;
  private final ActorSystem system;
  private final Logging logging;
  private final ExecutionContext context;
  private final StatusBoard board = new StatusBoard(Clock.systemUTC());

  InvokerWiring(
      AquatopeConfig aquatope,
      WhiskConfig config,
      InvokerInstanceId instance,
      MessageProducer producer,
      ContainerPoolConfig poolConfig,
      IntraConcurrencyLimitConfig limits,
      ActorSystem system,
      Logging logging) {
    this.aquatope = aquatope;
    this.config = config;
    this.instance = instance;
    this.producer = producer;
    this.poolConfig = poolConfig;
    this.limits = limits;
    this.system = system;
    this.logging = logging;
    this.context = system.dispatcher();
  }

  InvokerCore invoker() {
    LogStore logs = SpiProviders.configured(LogStoreProvider.class).instance(system);
    // Comes first: it throws if no container can be created, and then the rest is useless.
    InvokerPool pool =
        new InvokerPool(
            SpiProviders.configured(ContainerFactoryProvider.class),
            logs,
            config,
            instance,
            poolConfig,
            system,
            logging,
            WhiskMetrics.INSTANCE);
    ActivationRecords records =
        new ActivationRecords(
            SpiProviders.configured(ActivationStoreProvider.class).instance(system, logging),
            logging,
            context);
    ActiveAck ack = new MessagingActiveAck(producer, instance, events(), logging, context);
    MessagingProvider messaging = SpiProviders.configured(MessagingProvider.class);

    ActivationFeed feed =
        ActivationFeed.open(messaging, config, instance, poolConfig, limits, system, logging);
    InvokerExchange exchange = new InvokerExchange(pool.functions(), system, logging);
    PolicySettings policySettings = PolicyChoice.settings(poolConfig, pool.stemCells(), instance);
    PoolMetrics metrics = new PoolMetrics(policySettings, WhiskMetrics.INSTANCE, board, logging);
    PolicyFailures failures =
        new PolicyFailures(
            aquatope.policy(),
            WhiskMetrics.INSTANCE,
            line -> logging.error(this, () -> line, TransactionId$.MODULE$.invoker()));
    ActorRef actor =
        pool.start(
            policy(policySettings, failures, exchange),
            metrics,
            board,
            ack,
            records.asFunction(),
            feed.actor());
    ActionFetcher actions =
        new ActionFetcher(WhiskEntityStore$.MODULE$.datastore(system, logging), logging, context);
    Config configuration = ConfigFactory.load();
    String name = "invoker" + instance.toInt();
    Optional<InvokerMember> member = exchange.start(configuration, config, name, actions);
    feed.deliverTo(
        actor,
        actions,
        ack,
        records,
        pool.functions(),
        message -> member.ifPresent(known -> known.accepted(message)));

    HealthPing health =
        new HealthPing(
            messaging.getProducer(config, Option.empty(), logging, system),
            instance,
            system,
            logging);
    health.enable();
    InvokerStatus status =
        new InvokerStatus(name, aquatope, board, pool.functions(), member, failures);
    StatusServer.start(status, configuration, system, logging);
    return new AquatopeInvoker(instance, health, status);
  }

  private Option<EventSender> events() {
    return UserEvents$.MODULE$.enabled()
        ? new Some<>(new UserEventSender(producer))
        : Option.empty();
  }

  private PoolPolicy policy(
      PolicySettings settings, PolicyFailures failures, InvokerExchange exchange) {
    PoolPolicy policy =
        new MaxAgePolicy(
            PolicyChoice.create(
                aquatope,
                PrewarmSetups.setup(
                        aquatope,
                        Clock.systemUTC(),
                        logging,
                        PrewarmListener.all(new PolicyMetrics(WhiskMetrics.INSTANCE), board))
                    .with(exchange.pastCalls())
                    .withFollowers(exchange.followers()),
                settings,
                failures),
            aquatope.prepare().maxAge());
    logging.info(
        this,
        () ->
            "container pool with policy %s (%s) and %s"
                .formatted(aquatope.policy(), aquatope.mode(), settings),
        TransactionId$.MODULE$.invoker());
    return policy;
  }
}
