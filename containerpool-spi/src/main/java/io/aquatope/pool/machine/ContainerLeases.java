/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static com.google.common.base.Preconditions.checkArgument;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import org.jspecify.annotations.Nullable;

/**
 * Leases of a pool's containers. A lease is placed at once or refused; it never waits, because the
 * scheduler can give it to another invoker.
 */
final class ContainerLeases {

  private final PoolPolicy policy;
  private final ContainerDriver driver;
  private final PoolState state;
  private final Placer placer;
  private final ContainerLosses losses;

  ContainerLeases(
      PoolPolicy policy,
      ContainerDriver driver,
      PoolState state,
      Placer placer,
      ContainerLosses losses) {
    this.policy = policy;
    this.driver = driver;
    this.state = state;
    this.placer = placer;
    this.losses = losses;
  }

  /** Places a new lease; returns the kind of its start, or null if it is refused. */
  @Nullable StartKind begin(Activation lease, long nowMicros) {
    FunctionSpec function = lease.function();
    checkArgument(
        function.maxConcurrent() == 1,
        "a lease of %s has a concurrency of %s, expected 1, as it takes a whole container",
        function.id(),
        function.maxConcurrent());
    if (state.isDisabled() || !placer.canPlace(function, nowMicros)) {
      return null;
    }
    policy.leased(lease, nowMicros);
    return place(lease, nowMicros);
  }

  /** Places a lease whose container was lost; returns as {@link #begin} does. */
  @Nullable StartKind beginAgain(Activation lease, long nowMicros) {
    return state.isDisabled() ? null : place(lease, nowMicros);
  }

  private @Nullable StartKind place(Activation lease, long nowMicros) {
    FunctionSpec function = lease.function();
    Placement placement = placer.claim(function, nowMicros);
    if (placement == null) {
      return null;
    }
    PooledContainer container = placement.container();
    boolean given = false;
    try {
      placer.give(placement, lease, nowMicros);
      given = true;
    } finally {
      // The caller answers for the lease. The container is in an unknown state, so it goes.
      if (!given && state.find(container.id) != null) {
        losses.failed(container.id, nowMicros);
        driver.remove(container.id);
      }
    }
    return placement.start();
  }
}
