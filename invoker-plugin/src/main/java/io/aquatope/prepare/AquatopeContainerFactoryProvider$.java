/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.aquatope.config.AquatopeConfig;
import io.aquatope.config.PolicyMode;
import io.aquatope.cpu.CpuLimitContainerFactoryProvider$;
import io.aquatope.cpu.StoredAnnotations;
import io.aquatope.metrics.WhiskMetrics;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PreparationBackoff;
import io.aquatope.pool.policy.FallbackPolicy;
import io.aquatope.pool.policy.ObservingPolicy;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.prepare.container.ContainerPreparation;
import io.aquatope.prepare.container.SafeDepth;
import java.time.Clock;
import java.time.Duration;
import org.apache.openwhisk.common.Logging;
import org.apache.openwhisk.common.TransactionId$;
import org.apache.openwhisk.common.TransactionMetadata;
import org.apache.openwhisk.core.WhiskConfig;
import org.apache.openwhisk.core.containerpool.ContainerFactory;
import org.apache.openwhisk.core.containerpool.ContainerFactory$;
import org.apache.openwhisk.core.containerpool.ContainerFactoryProvider;
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.containerpool.ContainerProxyTimeoutConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;
import org.apache.pekko.actor.ActorSystem;
import scala.collection.immutable.Map;
import scala.collection.immutable.Set;

/**
 * Adds explicit CPU limits and prepared containers under OpenWhisk's own pools: with the sharding
 * and lean balancers and with the scheduler. Selected by {@code whisk.spi.ContainerFactoryProvider
 * = io.aquatope.prepare.AquatopeContainerFactoryProvider}. The key {@code
 * whisk.aquatope.cpu.delegate} names the decorated provider, and {@code
 * whisk.aquatope.factory.memory} sets the size of the reserve.
 *
 * <p>OpenWhisk looks for a Scala object: a class with this ending and this field.
 */
public final class AquatopeContainerFactoryProvider$ implements ContainerFactoryProvider {

  /** The singleton. */
  public static final AquatopeContainerFactoryProvider$ MODULE$ =
      new AquatopeContainerFactoryProvider$();

  private static final Duration TICK = Duration.ofMillis(500);

  private AquatopeContainerFactoryProvider$() {}

  /**
   * Decorates the configured factory.
   *
   * @throws IllegalArgumentException if {@code whisk.aquatope} has a bad value
   */
  @Override
  public ContainerFactory instance(
      ActorSystem system,
      Logging logging,
      WhiskConfig config,
      InvokerInstanceId instance,
      Map<String, Set<String>> parameters) {
    AquatopeConfig aquatope = AquatopeConfig.load();
    ContainerFactory limited =
        CpuLimitContainerFactoryProvider$.MODULE$.instance(
            system, logging, config, instance, parameters);
    return aquatope.factory().memoryMb() == 0
        ? limited
        : withReserve(limited, aquatope, system, logging, instance);
  }

  private static ContainerFactory withReserve(
      ContainerFactory factory,
      AquatopeConfig aquatope,
      ActorSystem system,
      Logging logging,
      InvokerInstanceId instance) {
    ContainerProxyTimeoutConfig timeouts = ContainerProxy$.MODULE$.timeouts();
    Duration pauseGrace = Duration.ofNanos(timeouts.pauseGrace().toNanos());
    TransactionMetadata ahead = TransactionId$.MODULE$.invokerWarmup();
    PolicySettings settings =
        PolicySettings.DEFAULT.withKeepAlive(
            pauseGrace.plusNanos(timeouts.idleContainer().toNanos()));
    PoolPolicy policy = policy(aquatope, settings, logging);
    long startNanos = System.nanoTime();
    PreparationMetrics metrics = new PreparationMetrics(WhiskMetrics.INSTANCE, logging);
    FactoryReserve reserve =
        new FactoryReserve(
            factory,
            ContainerPreparation.in(system, pauseGrace, ahead),
            new ContainerNames(ContainerFactory$.MODULE$.containerNamePrefix(instance)),
            StoredAnnotations.named(SafeDepth.ANNOTATION, system, logging),
            metrics,
            new HeldActions(WhiskMetrics.INSTANCE),
            () -> 1 + NANOSECONDS.toMicros(System.nanoTime() - startNanos),
            port ->
                new ContainerReserve<>(
                    aquatope.factory().memoryMb(),
                    policy,
                    aquatope.prepare().maxAge(),
                    new PreparationBackoff(metrics::backoffForgotten),
                    port));
    return new PreparingContainerFactory(
        factory,
        reserve,
        () ->
            system
                .scheduler()
                .scheduleWithFixedDelay(TICK, TICK, reserve::tick, system.dispatcher()),
        system.dispatcher());
  }

  /**
   * The policy of the reserve. If the policy cannot run or is only observed, the reserve stays
   * empty.
   */
  private static PoolPolicy policy(
      AquatopeConfig aquatope, PolicySettings settings, Logging logging) {
    PoolPolicy chosen =
        aquatope
            .policyFactory(
                PrewarmSetups.setup(
                    aquatope, Clock.systemUTC(), logging, new PolicyMetrics(WhiskMetrics.INSTANCE)))
            .create(settings);
    PolicyFailures failures =
        new PolicyFailures(
            aquatope.policy(),
            WhiskMetrics.INSTANCE,
            line -> logging.error(MODULE$, () -> line, TransactionId$.MODULE$.invoker()));
    PoolPolicy nothing = PolicyRegistry.standard().parse("always-cold").create(settings);
    return new FallbackPolicy(
        aquatope.mode() == PolicyMode.OBSERVE
            ? new ObservingPolicy(chosen, nothing, failures)
            : chosen,
        nothing,
        failures);
  }
}
