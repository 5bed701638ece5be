/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.config.AquatopeConfig;
import io.aquatope.cpu.CpuControl;
import io.aquatope.metrics.WhiskMetrics;
import io.aquatope.whisk.InvokerContext;
import io.aquatope.whisk.LinksWith;
import io.aquatope.whisk.LinksWithout;
import io.aquatope.whisk.WhiskFeature;
import org.apache.openwhisk.common.Logging;
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
 * Entry point of the invoker under OpenWhisk's scheduler: OpenWhisk's wiring with this project's
 * container pool. {@link AquatopeInvokerProvider$} comes to the same where it finds a scheduler.
 *
 * <p>Selected by {@code whisk.spi.InvokerProvider =
 * io.aquatope.invoker.AquatopeSchedulerInvokerProvider}. OpenWhisk expects a Scala object: it
 * appends {@code $} to that name and takes the class's static field {@code MODULE$}.
 */
public final class AquatopeSchedulerInvokerProvider$ implements InvokerProvider {

  /** The singleton. */
  public static final AquatopeSchedulerInvokerProvider$ MODULE$ =
      new AquatopeSchedulerInvokerProvider$();

  private AquatopeSchedulerInvokerProvider$() {}

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
    return instance(AquatopeConfig.load(), openWhisk);
  }

  static InvokerCore instance(AquatopeConfig config, InvokerContext openWhisk) {
    if (!WhiskFeature.FUNCTION_PULLING.isPresent()) {
      throw new IllegalArgumentException(
          "this OpenWhisk's scheduler is older than September 2023, expected a later one, or"
              + " whisk.aquatope.scheduler.enabled = false");
    }
    return SchedulerWiring.invoker(
        new InvokerServices(
            true, config, openWhisk, CpuControl.ofThisInvoker(), WhiskMetrics.INSTANCE),
        config.scheduler());
  }
}
