/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.aquatope.config.AquatopeConfig;
import io.aquatope.cpu.CpuControl;
import io.aquatope.invoker.scheduler.EtcdServices;
import io.aquatope.metrics.WhiskMetrics;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.LinksWithout;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.connector.MessageProducer;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.entity.ConcurrencyLimitConfig;
import org.apache.openwhisk.core.entity.IntraConcurrencyLimitConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.openwhisk.core.invoker.InvokerCore;
import org.apache.openwhisk.core.invoker.InvokerProvider;
import org.apache.pekko.actor.ActorSystem;

/**
 * Entry point of the invoker: OpenWhisk's wiring with this project's container pool. It finds out
 * whether OpenWhisk runs with its scheduler: only such invokers are given the addresses of etcd.
 *
 * <p>Selected by {@code whisk.spi.InvokerProvider = io.aquatope.invoker.AquatopeInvokerProvider}.
 * OpenWhisk expects a Scala object: it appends {@code $} to that name and takes the class's static
 * field {@code MODULE$}. Configured under {@code whisk.aquatope}.
 */
public final class AquatopeInvokerProvider$ implements InvokerProvider {

  /** The singleton. */
  public static final AquatopeInvokerProvider$ MODULE$ = new AquatopeInvokerProvider$();

  private AquatopeInvokerProvider$() {}

  /**
   * Starts the invoker's actors.
   *
   * @throws IllegalArgumentException if {@code whisk.aquatope} has a bad value
   */
  @Override
  @LinksWith(WhiskFeature.INTRA_CONCURRENCY_LIMIT)
  public InvokerCore instance(
      WhiskConfig config,
      InvokerInstanceId instance,
      MessageProducer producer,
      ContainerPoolConfig poolConfig,
      IntraConcurrencyLimitConfig limitsConfig,
      ActorSystem actorSystem,
      Logging logging) {
    return instance(
        new InvokerContext(
            config, instance, producer, poolConfig, limitsConfig.max(), actorSystem, logging));
  }

  @Override
  @LinksWithout(WhiskFeature.INTRA_CONCURRENCY_LIMIT)
  public InvokerCore instance(
      WhiskConfig config,
      InvokerInstanceId instance,
      MessageProducer producer,
      ContainerPoolConfig poolConfig,
      ConcurrencyLimitConfig limitsConfig,
      ActorSystem actorSystem,
      Logging logging) {
    return instance(
        new InvokerContext(
            config, instance, producer, poolConfig, limitsConfig.max(), actorSystem, logging));
  }

  private static InvokerCore instance(InvokerContext openWhisk) {
    AquatopeConfig config = AquatopeConfig.load();
    boolean usesEtcd = usesEtcd(ConfigFactory.load());
    boolean scheduler = config.scheduler().isInForce(usesEtcd);
    openWhisk
        .logging()
        .info(
            MODULE$,
            () ->
                "%s OpenWhisk's scheduler: whisk.aquatope.scheduler.enabled is %s, and %s is %s"
                    .formatted(
                        scheduler ? "with" : "without",
                        config.scheduler().enabled(),
                        EtcdServices.HOSTS,
                        usesEtcd ? "set" : "not set"),
            TransactionId$.MODULE$.invoker());
    return scheduler
        ? AquatopeSchedulerInvokerProvider$.instance(config, openWhisk)
        : InvokerWiring.invoker(
            new InvokerServices(
                false, config, openWhisk, CpuControl.ofThisInvoker(), WhiskMetrics.INSTANCE));
  }

  /** Whether the invoker has the addresses of etcd. */
  static boolean usesEtcd(Config config) {
    return config.hasPath(EtcdServices.HOSTS) && !config.getString(EtcdServices.HOSTS).isBlank();
  }
}
