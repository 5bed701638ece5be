/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import java.time.Duration;

/**
 * Releases a prepared container that has not been used for a given time, whatever the policy says.
 * Data that its code fetched during initialisation, for example a token, gets old. A policy that
 * still wants the container prepares another one.
 */
public final class MaxAgePolicy extends ForwardingPolicy {

  private final long maxAgeMicros;

  /**
   * @param maxAge maximum age of a prepared container since it became ready
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
