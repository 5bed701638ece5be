/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.SchedulerSettings;
import io.aquatope.hub.InvokerMember;
import io.aquatope.invoker.activation.BlacklistPolling;
import io.aquatope.invoker.pool.InvokerPool;
import io.aquatope.invoker.scheduler.ActivationClients;
import io.aquatope.invoker.scheduler.CreationAcks;
import io.aquatope.invoker.scheduler.EtcdServices;
import io.aquatope.invoker.scheduler.FunctionProxies;
import io.aquatope.invoker.scheduler.HealthTests;
import io.aquatope.invoker.scheduler.LeasePool;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.SpiProviders;
import io.aquatope.whisk.WhiskFeature;
import java.time.Duration;
import java.util.Optional;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.core.connector.MessagingProvider;
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.entity.WhiskAuthStore$;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.openwhisk.core.invoker.LogStoreCollector;
import org.apache.openwhisk.core.invoker.NamespaceBlacklist;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;

/**
 * Assembles an invoker from the parts of OpenWhisk's {@code FPCInvokerReactive}, with another pool.
 */
@LinksWith(WhiskFeature.FUNCTION_PULLING)
final class SchedulerWiring {

  private static final String TLS = "whisk.scheduler.grpc.tls";
  private static final String MAX_PEEK = "whisk.invoker.container-creation.max-peek";

  private SchedulerWiring() {}

  static InvokerCore invoker(InvokerServices services, SchedulerSettings settings) {
    InvokerContext openWhisk = services.openWhisk();
    ActorSystem system = openWhisk.system();
    Logging logging = openWhisk.logging();
    Config config = ConfigFactory.load();
    EtcdServices etcd = EtcdServices.start(config, openWhisk);
    ActivationClients clients =
        new ActivationClients(etcd.client(), config.getBoolean(TLS), system, logging);
    NamespaceBlacklist blacklist =
        BlacklistPolling.start(WhiskAuthStore$.MODULE$.datastore(system, logging), system, logging);
    InvokerPool pool = services.pool();
    FunctionProxies.Stores stores =
        new FunctionProxies.Stores(services.entities(), blacklist, etcd.data());
    FunctionProxies.Records records =
        new FunctionProxies.Records(
            services.ack(),
            services.records().asFunction(),
            new LogStoreCollector(services.logs()));
    ActorRef health = HealthTests.start(records, stores, pool.containers(), openWhisk);
    PolicySettings policySettings = services.policySettings(idleTime());
    Optional<InvokerMember> member = services.joinExchange();
    LeasePool leases =
        new LeasePool(
            pool,
            new CreationAcks(
                openWhisk.producer(), openWhisk.instance(), logging, system.dispatcher()),
            etcd,
            settings,
            openWhisk);
    ActorRef actor =
        leases.start(
            services.policy(policySettings),
            services.followsOpenWhisk(),
            new LeasePool.Neighbours(
                services.monitor(policySettings),
                services.board(),
                health,
                message -> member.ifPresent(known -> known.accepted(message))),
            records,
            stores,
            new FunctionProxies.Peers(health, clients.proxies()));
    leases.consume(
        actor,
        services.entities(),
        SpiProviders.configured(MessagingProvider.class),
        config.getInt(MAX_PEEK));
    return new SchedulerInvoker(openWhisk.instance(), health, actor, services.showStatus(member));
  }

  /** Time after the pause for which OpenWhisk's rule keeps a container. */
  private static Duration idleTime() {
    return Duration.ofNanos(ContainerProxy$.MODULE$.timeouts().idleContainer().toNanos());
  }
}
