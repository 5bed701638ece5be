/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.AquatopeConfig;
import io.aquatope.config.PolicyMode;
import io.aquatope.cpu.CpuControl;
import io.aquatope.hub.InvokerMember;
import io.aquatope.invoker.activation.ActionFetcher;
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
import io.aquatope.whisk.SpiProviders;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.UserEvents$;
import org.apache.openwhisk.core.ack.ActiveAck;
import org.apache.openwhisk.core.ack.EventSender;
import org.apache.openwhisk.core.ack.MessagingActiveAck;
import org.apache.openwhisk.core.ack.UserEventSender;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.containerpool.logging.LogStoreProvider;
import org.apache.openwhisk.core.database.ActivationStoreProvider;
import org.apache.openwhisk.core.database.ArtifactStore;
import org.apache.openwhisk.core.entity.WhiskEntity;
import org.apache.openwhisk.core.entity.WhiskEntityStore$;
import org.apache.pekko.actor.ActorSystem;
import scala.Option;
import scala.Some;
import scala.concurrent.ExecutionContext;

/** The parts of an invoker that both kinds have: with and without OpenWhisk's scheduler. */
final class InvokerServices {

  private final AquatopeConfig aquatope;
  private final InvokerContext openWhisk;
  private final CpuControl cpu;
  private final MetricSink metrics;
  private final ActorSystem system;
  private final Logging logging;
  private final StatusBoard board = new StatusBoard(Clock.systemUTC());
  private final LogStore logs;
  private final InvokerPool pool;
  private final ArtifactStore<WhiskEntity> entities;
  private final ActivationRecords records;
  private final ActiveAck ack;
  private final InvokerExchange exchange;
  private final ActionFetcher actions;
  private final PolicyFailures failures;

  /**
   * Creates the container factory first. It throws if no container can be created, and then the
   * rest is useless.
   *
   * @param leased whether OpenWhisk's scheduler leases the containers
   * @param cpu of this invoker
   */
  InvokerServices(
      boolean leased,
      AquatopeConfig aquatope,
      InvokerContext openWhisk,
      CpuControl cpu,
      MetricSink metrics) {
    this.aquatope = aquatope;
    this.openWhisk = openWhisk;
    this.cpu = cpu;
    this.metrics = metrics;
    this.system = openWhisk.system();
    this.logging = openWhisk.logging();
    ExecutionContext context = system.dispatcher();
    this.logs = SpiProviders.configured(LogStoreProvider.class).instance(system);
    this.pool =
        new InvokerPool(
            leased,
            SpiProviders.configured(ContainerFactoryProvider.class),
            logs,
            openWhisk,
            cpu,
            metrics);
    this.entities = WhiskEntityStore$.MODULE$.datastore(system, logging);
    this.records =
        new ActivationRecords(
            SpiProviders.configured(ActivationStoreProvider.class).instance(system, logging),
            logging,
            context);
    this.ack =
        new MessagingActiveAck(
            openWhisk.producer(), openWhisk.instance(), events(), logging, context);
    this.exchange = new InvokerExchange(pool.functions(), cpu, metrics, system, logging);
    this.actions = new ActionFetcher(entities, logging, context);
    this.failures =
        new PolicyFailures(
            aquatope.policy(),
            metrics,
            line -> logging.error(this, () -> line, TransactionId$.MODULE$.invoker()));
  }

  InvokerContext openWhisk() {
    return openWhisk;
  }

  MetricSink metrics() {
    return metrics;
  }

  StatusBoard board() {
    return board;
  }

  LogStore logs() {
    return logs;
  }

  InvokerPool pool() {
    return pool;
  }

  ArtifactStore<WhiskEntity> entities() {
    return entities;
  }

  ActivationRecords records() {
    return records;
  }

  ActiveAck ack() {
    return ack;
  }

  ActionFetcher actions() {
    return actions;
  }

  private Option<EventSender> events() {
    return UserEvents$.MODULE$.enabled()
        ? new Some<>(new UserEventSender(openWhisk.producer()))
        : Option.empty();
  }

  /**
   * Settings of the policies.
   *
   * @param keepAlive of an idle container by OpenWhisk's rule
   */
  PolicySettings policySettings(Duration keepAlive) {
    return PolicyChoice.settings(
        openWhisk.pool(), keepAlive, pool.stemCells(), openWhisk.instance());
  }

  PoolMetrics monitor(PolicySettings settings) {
    return new PoolMetrics(settings, metrics, board, logging);
  }

  /** Whether the policy only does what OpenWhisk's own rule does. */
  boolean followsOpenWhisk() {
    return aquatope.policy().equals("openwhisk") || aquatope.mode() == PolicyMode.OBSERVE;
  }

  /** The configured policy. Call it only once. */
  PoolPolicy policy(PolicySettings settings) {
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

  /** Joins the exchange, if configured. */
  Optional<InvokerMember> joinExchange() {
    return exchange.start(ConfigFactory.load(), openWhisk.config(), name(), actions);
  }

  /** Starts the status pages. */
  InvokerStatus showStatus(Optional<InvokerMember> member) {
    Config configuration = ConfigFactory.load();
    InvokerStatus status =
        new InvokerStatus(name(), aquatope, board, pool.functions(), cpu, member, failures);
    StatusServer.start(status, configuration, system, logging);
    return status;
  }

  private String name() {
    return "invoker" + openWhisk.instance().toInt();
  }
}
