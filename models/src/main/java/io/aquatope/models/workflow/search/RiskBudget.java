/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

/**
 * Budget of safe mode: the permitted probability that the next run violates QoS. Each run earns the
 * tolerated share, a violation costs one, and a small credit permits learning at the start. So the
 * risk of proposals depends on past caution, and the share of violations stays near the tolerated
 * one whatever the model believes.
 */
final class RiskBudget {

  private static final double CREDIT = 1.5;
  private static final double GREATEST = 0.9;
  private static final double LEAST = 0.04;

  private final double share;
  private double purse = CREDIT;

  /** A budget that tolerates a {@code share} of violations. */
  RiskBudget(double share) {
    this.share = share;
  }

  void spend(boolean broken) {
    purse += share - (broken ? 1 : 0);
  }

  /** Permits learning once more, after a change in behaviour. */
  void reopen() {
    purse = Math.max(purse, CREDIT);
  }

  /** The violation probability that any proposal may have. */
  double least() {
    return LEAST;
  }

  /** The greatest violation probability that the next proposal may have. */
  double allowance() {
    return Math.min(GREATEST, Math.max(LEAST, purse));
  }
}
