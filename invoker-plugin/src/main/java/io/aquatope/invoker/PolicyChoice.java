/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.invoker;

import io.aquatope.config.AquatopeConfig;
import io.aquatope.config.PolicyMode;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.policy.FallbackPolicy;
import io.aquatope.pool.policy.ObservingPolicy;
import io.aquatope.pool.policy.PolicyFactory;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.prewarm.PrewarmSetup;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.openwhisk.core.containerpool.ContainerPoolConfig;
import org.apache.openwhisk.core.containerpool.ContainerProxyTimeoutConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;

/**
 * Creates the configured policy with OpenWhisk's own settings, and with OpenWhisk's rule as its
 * fallback.
 *
 * <p>OpenWhisk follows the {@code reactive} settings of the runtimes manifest if there are any, so
 * the policy {@code openwhisk} does too. Without such settings, the reactive rule equals the plain
 * one.
 */
final class PolicyChoice {

  private static final PolicyFactory OPENWHISK =
      PolicyRegistry.standard().parse("openwhisk-reactive");

  private PolicyChoice() {}

  /**
   * The configured policy, with OpenWhisk's rule as its fallback.
   *
   * @param failures receives each failure of the configured policy
   */
  static PoolPolicy create(
      AquatopeConfig config,
      PrewarmSetup setup,
      PolicySettings settings,
      Consumer<Throwable> failures) {
    PolicyFactory chosen =
        config.policy().equals("openwhisk") ? OPENWHISK : config.policyFactory(setup);
    PoolPolicy policy = chosen.create(settings);
    return new FallbackPolicy(
        config.mode() == PolicyMode.OBSERVE
            ? new ObservingPolicy(policy, OPENWHISK.create(settings), failures)
            : policy,
        OPENWHISK.create(settings),
        failures);
  }

  /** The given keep-alive, and the stem cells in OpenWhisk's configuration. */
  static PolicySettings settings(
      ContainerPoolConfig pool,
      Duration keepAlive,
      List<StemCellSettings> stemCells,
      InvokerInstanceId instance) {
    return new PolicySettings(
        keepAlive, stemCells, checkInterval(pool, instance), pool.prewarmExpirationLimit());
  }

  /** Keep-alive of an idle container. OpenWhisk counts its time-out from the pause. */
  static Duration keepAlive(ContainerProxyTimeoutConfig timeouts) {
    return Duration.ofNanos(timeouts.pauseGrace().toNanos() + timeouts.idleContainer().toNanos());
  }

  /**
   * Interval between checks, varied by invoker, so that invokers that start together do not check
   * together.
   */
  private static Duration checkInterval(ContainerPoolConfig pool, InvokerInstanceId instance) {
    Duration interval = Duration.ofNanos(pool.prewarmExpirationCheckInterval().toNanos());
    if (pool.prewarmExpirationCheckIntervalVariance().isEmpty()) {
      return interval;
    }
    long variance = pool.prewarmExpirationCheckIntervalVariance().get().toNanos();
    return interval.plusNanos(
        new SplittableRandom(instance.toInt()).nextLong(Math.max(variance, 1)));
  }
}
