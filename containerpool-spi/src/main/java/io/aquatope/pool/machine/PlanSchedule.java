/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static com.google.common.base.Preconditions.checkState;

import io.aquatope.pool.PoolPolicy;

/** The time of the policy's next plan. */
final class PlanSchedule {

  /** Delay until the next plan if a policy failed to give a time. */
  private static final long RETRY_MICROS = 1_000_000;

  private final PoolPolicy policy;
  private long nextMicros = PoolPolicy.NEVER;

  PlanSchedule(PoolPolicy policy) {
    this.policy = policy;
  }

  long nextMicros() {
    return nextMicros;
  }

  boolean isDue(long nowMicros) {
    return nextMicros <= nowMicros;
  }

  /** A plan has been made or attempted. */
  void planned(long nowMicros) {
    // Whatever the policy does, the next plan must lie in the future: else the pool would be woken
    // up at once.
    nextMicros = nowMicros + RETRY_MICROS;
    long next = policy.nextPlanMicros(nowMicros);
    checkState(next > nowMicros, "next plan at %s µs, expected after %s µs", next, nowMicros);
    nextMicros = next;
  }
}
