/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.AquatopeConfig;
import io.aquatope.config.StatusSettings;
import io.aquatope.cpu.CpuControl;
import io.aquatope.hub.InvokerMember;
import io.aquatope.metrics.WhiskMetrics;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prepare.MaxAgePolicy;
import io.aquatope.prepare.PolicyMetrics;
import io.aquatope.prepare.Preparation;
import io.aquatope.prepare.PrewarmInvoker;
import io.aquatope.prewarm.PrewarmListener;
import io.aquatope.status.StatusBoard;
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
import org.apache.openwhisk.core.connector.MessageConsumer;
import org.apache.openwhisk.core.connector.MessageFeed;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.containerpool.logging.LogStore;
import org.apache.openwhisk.core.containerpool.logging.LogStoreProvider;
import org.apache.openwhisk.core.database.ActivationStoreProvider;
import org.apache.openwhisk.core.entity.ExecManifest$;
import org.apache.openwhisk.core.entity.IntraConcurrencyLimitConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.entity.MemoryLimit$;
import org.apache.openwhisk.core.entity.TimeLimit$;
import org.apache.openwhisk.core.entity.WhiskAuthStore$;
import org.apache.openwhisk.core.entity.WhiskEntityStore$;
import org.apache.openwhisk.core.invoker.Invoker$;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.openwhisk.core.invoker.LogStoreCollector;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.apache.pekko.dispatch.Futures;
import scala.Option;
import scala.Some;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Promise;
import scala.concurrent.duration.Duration;
import scala.concurrent.duration.FiniteDuration;

/**
 * Puts an invoker together: the parts that OpenWhisk's {@code InvokerReactive} has, with another
 * pool.
 */
final class InvokerWiring {

  private static final FiniteDuration LONG_POLL = Duration.create(1, "second");
  private static final FiniteDuration POLL_MARGIN = Duration.create(1, "minute");

  private final AquatopeConfig aquatope;
  private final WhiskConfig config;
  private final InvokerInstanceId instance;
  private final MessageProducer producer;
  private final ContainerPoolConfig poolConfig;
  private final IntraConcurrencyLimitConfig limits;
  private final ActorSystem system;
  private final Logging logging;
  private final ExecutionContext context;
  private final RuntimeKinds kinds = RuntimeKinds.of(ExecManifest$.MODULE$.runtimesManifest());
  private final InvokedFunctions functions = new InvokedFunctions();
  private final StatusBoard board = new StatusBoard(Clock.systemUTC());

  private final InvokerExchange exchange = new InvokerExchange();

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
    LogStore logs = Spis.get(LogStoreProvider.class).instance(system);
    // First of all: it throws if no container can be created, and then nothing else makes sense.
    Containers containers = Containers.create(config, instance, logs, system, logging);
    ActivationRecords records =
        new ActivationRecords(
            Spis.get(ActivationStoreProvider.class).instance(system, logging), logging, context);
    ActiveAck ack = new MessagingActiveAck(producer, instance, events(), logging, context);
    MessagingProvider messaging = Spis.get(MessagingProvider.class);

    // The feed needs the receiver, which needs the pool, which needs the feed.
    Promise<ActivationReceiver> receiver = Futures.promise();
    ActorRef feed = feed(messaging, receiver);
    StartTimes startTimes = new StartTimes(Clock.systemUTC());
    PolicySettings policySettings = PolicyChoice.settings(poolConfig, kinds.stemCells(), instance);
    PoolMetrics metrics = new PoolMetrics(policySettings, WhiskMetrics.INSTANCE, board, logging);
    ActorRef pool =
        pool(
            policySettings,
            metrics,
            new ContainerProxies(
                containers,
                Preparation.in(
                    system, PolicyChoice.pauseGrace(), TransactionId$.MODULE$.invokerWarmup()),
                ack,
                records,
                startTimes,
                new LogStoreCollector(logs),
                instance,
                poolConfig),
            startTimes,
            feed);
    ActionFetcher actions =
        new ActionFetcher(WhiskEntityStore$.MODULE$.datastore(system, logging), logging, context);
    Config configuration = ConfigFactory.load();
    String name = "invoker" + instance.toInt();
    Optional<InvokerMember> member =
        exchange.start(
            configuration,
            config,
            name,
            new StageActions(functions, actions::present, context),
            system,
            logging);
    containers.cleanUpAfter(pool);
    receiver.success(
        new ActivationReceiver(
            BlacklistPolling.start(
                WhiskAuthStore$.MODULE$.datastore(system, logging), system, logging),
            actions,
            new FallbackActivations(instance, ack, records),
            poolConfig.userMemory().toMB(),
            message -> member.ifPresent(known -> known.accepted(message)),
            pool,
            feed,
            logging,
            context));

    HealthPing health =
        new HealthPing(
            messaging.getProducer(config, Option.empty(), logging, system),
            instance,
            system,
            logging);
    health.enable();
    InvokerStatus status = new InvokerStatus(name, aquatope, board, functions, member, metrics);
    StatusSettings shown = StatusSettings.of(configuration);
    if (shown.port() != 0) {
      var unused =
          new StatusServer(shown, TransactionId$.MODULE$.invoker(), logging)
              .start(StatusPages.of(status, configuration), system);
    }
    return new AquatopeInvoker(instance, health, status);
  }

  private Option<EventSender> events() {
    return UserEvents$.MODULE$.enabled()
        ? new Some<>(new UserEventSender(producer))
        : Option.empty();
  }

  private ActorRef feed(MessagingProvider messaging, Promise<ActivationReceiver> receiver) {
    String topic = Invoker$.MODULE$.topicPrefix() + "invoker" + instance.toInt();
    int peek = peek();
    MessageConsumer consumer =
        messaging.getConsumer(
            config,
            topic,
            topic,
            peek,
            TimeLimit$.MODULE$.MAX_DURATION().$plus(POLL_MARGIN),
            logging,
            system);
    return system.actorOf(
        Props.create(
            MessageFeed.class,
            () ->
                new MessageFeed(
                    "activation",
                    logging,
                    consumer,
                    peek,
                    LONG_POLL,
                    bytes -> receiver.future().flatMap(r -> r.receive(bytes), context),
                    true,
                    true)));
  }

  private ActorRef pool(
      PolicySettings settings,
      PoolMetrics metrics,
      ProxyStarter proxies,
      StartTimes startTimes,
      ActorRef feed) {
    PoolPolicy policy =
        new MaxAgePolicy(
            PolicyChoice.create(
                aquatope,
                PrewarmInvoker.setup(
                        aquatope,
                        Clock.systemUTC(),
                        logging,
                        PrewarmListener.all(new PolicyMetrics(WhiskMetrics.INSTANCE), board))
                    .with(exchange.pastCalls())
                    .withFollowers(
                        new WorkflowFollowers(
                            exchange::followUps,
                            functions,
                            e ->
                                logging.error(
                                    this,
                                    () -> "followers of calls are not known: " + e,
                                    TransactionId$.MODULE$.invoker()))),
                settings,
                failure -> metrics.policyFailed(aquatope.policy(), failure)),
            aquatope.prepare().maxAge());
    logging.info(
        this,
        () ->
            "container pool with policy %s (%s) and %s"
                .formatted(aquatope.policy(), aquatope.mode(), settings),
        TransactionId$.MODULE$.invoker());
    long startNanos = System.nanoTime();
    return system.actorOf(
        PoolActor.props(
            new PoolActor.Setup(
                poolConfig.userMemory().toMB(),
                cpuSlots(),
                policy,
                proxies,
                feed,
                kinds,
                functions,
                startTimes,
                metrics,
                board,
                () -> NANOSECONDS.toMicros(System.nanoTime() - startNanos))));
  }

  /** What the container factory knows of CPU; it has been made before. */
  private CpuSlots cpuSlots() {
    return CpuControl.ofThisInvoker()
        .admission()
        .map(
            cpu ->
                CpuSlots.of(
                    cpu.cores(),
                    cpu.overcommit(),
                    spec -> functions.action(spec.id()).map(cpu::milliCoresOf).orElse(0)))
        .orElse(CpuSlots.OFF);
  }

  /** How many activations are taken ahead: as many as could run, with some sharing containers. */
  private int peek() {
    int containers = (int) poolConfig.userMemory().$div(MemoryLimit$.MODULE$.MIN_MEMORY());
    return Math.max(
        containers, (int) (containers * limits.max() * poolConfig.concurrentPeekFactor()));
  }
}
