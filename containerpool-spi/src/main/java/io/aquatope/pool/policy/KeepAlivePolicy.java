/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import java.time.Duration;

/**
 * Fixed keep-alive: an idle container stays for the same time, whichever function it is for; when
 * memory is short, the one whose last start is longest ago goes first. Nothing is started ahead.
 *
 * <p>With a keep-alive of zero every start is cold, unless an activation is waiting for memory when
 * a container of its function becomes free: it takes it over.
 */
final class KeepAlivePolicy implements PoolPolicy {

  private final long keepAliveMicros;

  KeepAlivePolicy(Duration keepAlive) {
    this.keepAliveMicros = MICROSECONDS.convert(keepAlive);
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return keepAliveMicros;
  }
}
