/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

/**
 * Limits trials to a share of an invoker's runs of a workflow: each other run earns {@code share /
 * (1 - share)} of a trial. Trials run in bursts, because each change of limits costs a call to the
 * container engine. Not thread-safe.
 */
final class TrialShare {

  private final double share;
  private double purse;
  private boolean exploring;

  /**
   * @param share of the runs that may be trials, more than 0, at most 1
   */
  TrialShare(double share) {
    this.share = share;
  }

  /**
   * Records a run.
   *
   * @param burst number of consecutive trials
   */
  void ran(boolean trial, int burst) {
    purse = trial ? purse - 1 : Math.min(burst, purse + earned(burst));
    exploring = exploring ? purse > 0 : purse >= burst;
  }

  boolean isExploring() {
    return exploring || share >= 1;
  }

  private double earned(int burst) {
    return share < 1 ? share / (1 - share) : burst;
  }
}
