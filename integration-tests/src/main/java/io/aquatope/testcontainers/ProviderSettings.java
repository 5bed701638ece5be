/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

/**
 * Service providers of an OpenWhisk. A version that does not know a setting ignores it, so these
 * hold for all.
 */
final class ProviderSettings {

  private static final String CORE = "org.apache.openwhisk.core.";

  private ProviderSettings() {}

  /**
   * The invoker with its container pool. Since 2.0.0 the defaults are those for a scheduler. They
   * are also the defaults of the standalone OpenWhisk 2.0.0, which has no scheduler.
   */
  static ConfigOverrides withoutScheduler() {
    return ConfigOverrides.NONE
        .with("whisk.spi.EntitlementSpiProvider", CORE + "entitlement.LocalEntitlementProvider")
        .with("whisk.spi.InvokerProvider", CORE + "invoker.InvokerReactive")
        .with("whisk.spi.InvokerServerProvider", CORE + "invoker.DefaultInvokerServer")
        .with(
            "whisk.spi.DurationCheckerProvider",
            CORE + "scheduler.queue.NoopDurationCheckerProvider");
  }

  /** The invoker that the scheduler tells to create containers, and what belongs to it. */
  static ConfigOverrides withScheduler() {
    return ConfigOverrides.NONE
        .with("whisk.spi.LoadBalancerProvider", CORE + "loadBalancer.FPCPoolBalancer")
        .with("whisk.spi.EntitlementSpiProvider", CORE + "entitlement.FPCEntitlementProvider")
        .with("whisk.spi.InvokerProvider", CORE + "invoker.FPCInvokerReactive")
        .with("whisk.spi.InvokerServerProvider", CORE + "invoker.FPCInvokerServer")
        .with(
            "whisk.spi.DurationCheckerProvider",
            CORE + "scheduler.queue.NoopDurationCheckerProvider");
  }
}
