/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.AquatopeConfig;
import io.aquatope.cpu.CpuControl;
import io.aquatope.hub.InvokerMember;
import io.aquatope.invoker.activation.ActionFetcher;
import io.aquatope.invoker.activation.ActivationFeed;
import io.aquatope.invoker.activation.ActivationRecords;
import io.aquatope.invoker.exchange.InvokerExchange;
import io.aquatope.invoker.metrics.PoolMetrics;
import io.aquatope.invoker.pool.InvokerPool;
import io.aquatope.invoker.status.StatusServer;
import io.aquatope.metrics.MetricSink;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.MaxAgePolicy;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prepare.PolicyFailures;
import io.aquatope.prepare.PolicyMetrics;
import io.aquatope.prepare.PrewarmSetups;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.status.StatusBoard;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.SpiProviders;
import io.aquatope.whisk.WhiskFeature;
import java.time.Clock;
import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.UserEvents$;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.ack.EventSender;
import org.apache.openwhisk.core.ack.MessagingActiveAck;
import org.apache.openwhisk.core.ack.UserEventSender;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.containerpool.logging.LogStoreProvider;
import org.apache.openwhisk.core.database.ActivationStoreProvider;
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
  private final InvokerContext openWhisk;
  private final CpuControl cpu;
  private final MetricSink metrics;
  private final ActorSystem system;
  private final Logging logging;
  private final StatusBoard board = new StatusBoard(Clock.systemUTC());

  /**
   * @param cpu of this invoker
   */
  InvokerWiring(
      AquatopeConfig aquatope, InvokerContext openWhisk, CpuControl cpu, MetricSink metrics) {
    this.aquatope = aquatope;
    this.openWhisk = openWhisk;
    this.cpu = cpu;
    this.metrics = metrics;
    this.system = openWhisk.system();
    this.logging = openWhisk.logging();
  }

  InvokerCore invoker() {
    ExecutionContext context = system.dispatcher();
    InvokerInstanceId instance = openWhisk.instance();
    LogStore logs = SpiProviders.configured(LogStoreProvider.class).instance(system);
    // Comes first: it throws if no container can be created, and then the rest is useless.
    InvokerPool pool =
        new InvokerPool(
            SpiProviders.configured(ContainerFactoryProvider.class), logs, openWhisk, cpu, metrics);
    ActivationRecords records =
        new ActivationRecords(
            SpiProviders.configured(ActivationStoreProvider.class).instance(system, logging),
            logging,
            context);
    ActiveAck ack =
        new MessagingActiveAck(openWhisk.producer(), instance, events(), logging, context);
    MessagingProvider messaging = SpiProviders.configured(MessagingProvider.class);

    ActivationFeed feed = ActivationFeed.open(messaging, openWhisk);
    InvokerExchange exchange = new InvokerExchange(pool.functions(), cpu, metrics, system, logging);
    PolicySettings policySettings =
        PolicyChoice.settings(openWhisk.pool(), pool.stemCells(), instance);
    PoolMetrics monitor = new PoolMetrics(policySettings, metrics, board, logging);
    PolicyFailures failures =
        new PolicyFailures(
            aquatope.policy(),
            metrics,
            line -> logging.error(this, () -> line, TransactionId$.MODULE$.invoker()));
    ActorRef actor =
        pool.start(
            policy(policySettings, failures, exchange),
            monitor,
            board,
            ack,
            records.asFunction(),
            feed.actor());
    ActionFetcher actions =
        new ActionFetcher(WhiskEntityStore$.MODULE$.datastore(system, logging), logging, context);
    Config configuration = ConfigFactory.load();
    String name = "invoker" + instance.toInt();
    Optional<InvokerMember> member =
        exchange.start(configuration, openWhisk.config(), name, actions);
    feed.deliverTo(
        actor,
        actions,
        ack,
        records,
        pool.functions(),
        message -> member.ifPresent(known -> known.accepted(message)));

    HealthPing health =
        new HealthPing(
            messaging.getProducer(openWhisk.config(), Option.empty(), logging, system),
            instance,
            system,
            logging);
    health.enable();
    InvokerStatus status =
        new InvokerStatus(name, aquatope, board, pool.functions(), cpu, member, failures);
    StatusServer.start(status, configuration, system, logging);
    InvokerAnswers answers = new PingAnswers(instance, health);
    return WhiskFeature.TEXT_ANSWERS.isPresent()
        ? textInvoker(answers, status)
        : RouteInvoker.of(answers, status);
  }

  @LinksWith(WhiskFeature.TEXT_ANSWERS)
  private static InvokerCore textInvoker(InvokerAnswers answers, InvokerStatus status) {
    return new AquatopeInvoker(answers, status);
  }

  private Option<EventSender> events() {
    return UserEvents$.MODULE$.enabled()
        ? new Some<>(new UserEventSender(openWhisk.producer()))
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
                        PrewarmListener.all(new PolicyMetrics(metrics), board))
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
