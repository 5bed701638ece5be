/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool;

import static com.google.common.base.Preconditions.checkState;

/** When the policy is to plan next. */
final class PlanSchedule {

  /** When a policy is asked again that failed to say when to ask it. */
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

  /** A plan has been made, or was tried. */
  void planned(long nowMicros) {
    // Whatever the policy does, the next plan lies ahead: else the pool would be woken up at once.
    nextMicros = nowMicros + RETRY_MICROS;
    long next = policy.nextPlanMicros(nowMicros);
    checkState(next > nowMicros, "next plan at %s µs, expected after %s µs", next, nowMicros);
    nextMicros = next;
  }
}
