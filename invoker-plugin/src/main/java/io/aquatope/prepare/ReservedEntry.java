/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prepare;

import io.aquatope.pool.PoolPolicy;

/**
 * Entry of the reserve, compared by identity: a comparison of the contents would have to read whole
 * actions. The policy is asked for its rank at intervals.
 *
 * @param <C> represents a real container
 */
final class ReservedEntry<C> {

  /**
   * Time for which a rank is valid. Each offered container is compared with all kept ones, and a
   * tenant's containers are offered as often as its calls end. So this limits the number of
   * questions to a policy.
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
