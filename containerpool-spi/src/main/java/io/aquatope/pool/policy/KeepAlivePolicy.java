/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolPolicy;
import java.time.Duration;

/**
 * Fixed keep-alive: an idle container of any function stays for the same time. When memory is
 * short, the container whose last start is longest ago is evicted first. Nothing is started ahead
 * of calls.
 *
 * <p>With a keep-alive of zero every start is cold, with one exception: an activation that waits
 * for memory takes over a container of its function that becomes free.
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
