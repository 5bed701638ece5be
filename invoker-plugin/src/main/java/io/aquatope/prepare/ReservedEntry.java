/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.PoolPolicy;

/**
 * A container in the reserve: an identity, as to compare what containers are made of would mean to
 * read their actions. Its rank is asked for once in a while.
 *
 * @param <C> what stands for a real container
 */
final class ReservedEntry<C> {

  /**
   * How long a rank holds. Each container that is offered is weighed against all that are kept, and
   * a tenant has as many offered as it has calls end; so this bounds how often a policy is asked.
   */
  private static final long RANK_MICROS = 1_000_000;

  final ReserveEntry<C> kept;
  final long untilMicros;
  private double rank;
  private long rankedUntilMicros = Long.MIN_VALUE;

  ReservedEntry(ReserveEntry<C> kept, long untilMicros) {
    this.kept = kept;
    this.untilMicros = untilMicros;
  }

  double rank(PoolPolicy policy, long nowMicros) {
    if (rankedUntilMicros <= nowMicros) {
      rank = policy.evictionRank(kept, nowMicros);
      rankedUntilMicros = nowMicros + RANK_MICROS;
    }
    return rank;
  }

  double lastRank() {
    return rank;
  }
}
