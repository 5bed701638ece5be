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
import org.apache.openwhisk.core.containerpool.ContainerProxy$;
import org.apache.openwhisk.core.containerpool.ContainerProxyTimeoutConfig;
import org.apache.openwhisk.core.entity.InvokerInstanceId;

/**
 * Makes the configured policy with the settings of OpenWhisk itself, and puts OpenWhisk's rule
 * behind it.
 *
 * <p>OpenWhisk follows {@code reactive} settings of the runtimes manifest if there are any, so the
 * policy {@code openwhisk} does too: without such settings the reactive rule is the plain one.
 */
final class PolicyChoice {

  private static final PolicyFactory OPENWHISK =
      PolicyRegistry.standard().parse("openwhisk-reactive");

  private PolicyChoice() {}

  /**
   * The configured policy, with OpenWhisk's rule behind it.
   *
   * @param failures is told of each failure of the configured policy
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

  /** The keep-alive and the stem cells that OpenWhisk has been configured with. */
  static PolicySettings settings(
      ContainerPoolConfig pool, List<StemCellSettings> stemCells, InvokerInstanceId instance) {
    return new PolicySettings(
        keepAlive(ContainerProxy$.MODULE$.timeouts()),
        stemCells,
        checkInterval(pool, instance),
        pool.prewarmExpirationLimit());
  }

  /** OpenWhisk counts the time to a container's end from its pause. */
  static Duration keepAlive(ContainerProxyTimeoutConfig timeouts) {
    return Duration.ofNanos(timeouts.pauseGrace().toNanos() + timeouts.idleContainer().toNanos());
  }

  /** Invokers that start together should not check together. */
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
