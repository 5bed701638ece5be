/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import java.time.Duration;

/**
 * Lets a prepared container go that nobody has used for a time, whatever the policy says: what its
 * code fetched when it was initialised, a token for example, gets old. A policy that still wants
 * one prepares it anew.
 */
public final class MaxAgePolicy extends ForwardingPolicy {

  private final long maxAgeMicros;

  /**
   * @param maxAge of a prepared container, since it was ready
   */
  public MaxAgePolicy(PoolPolicy policy, Duration maxAge) {
    super(policy);
    this.maxAgeMicros = MICROSECONDS.convert(maxAge);
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    long keepAlive = super.keepAliveMicros(container, nowMicros);
    return container.isPrepared() ? Math.min(keepAlive, maxAgeMicros) : keepAlive;
  }
}
