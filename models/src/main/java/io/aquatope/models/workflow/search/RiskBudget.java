/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

/**
 * Safe mode's purse: how probable it may be that the next run breaks QoS. Each run earns the
 * tolerated share, a broken run costs one, and a small credit allows for learning at the start. So
 * what is proposed is as bold as past caution affords, and the share of broken runs stays near the
 * tolerated one whatever the model believes.
 */
final class RiskBudget {

  private static final double CREDIT = 1.5;
  private static final double GREATEST = 0.9;
  private static final double LEAST = 0.04;

  private final double share;
  private double purse = CREDIT;

  /** A purse that tolerates {@code share} of broken runs. */
  RiskBudget(double share) {
    this.share = share;
  }

  void spend(boolean broken) {
    purse += share - (broken ? 1 : 0);
  }

  /** Allows for learning once more, after a change in behaviour. */
  void reopen() {
    purse = Math.max(purse, CREDIT);
  }

  /** The probability of breaking QoS that any proposal may have. */
  double least() {
    return LEAST;
  }

  /** The greatest probability of breaking QoS that the next proposal may have. */
  double allowance() {
    return Math.min(GREATEST, Math.max(LEAST, purse));
  }
}
