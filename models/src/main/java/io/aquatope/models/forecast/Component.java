/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/**
 * One cheap model of demand: a baseline on its own, an expert within {@link MixtureModel}. Works on
 * the bins of {@link io.aquatope.models.distribution.DemandGrid}.
 */
interface Component {

  /** Learns the newest window of the history, which has just been appended. */
  default void observe(History history) {}

  /**
   * Writes the predictive mass of the demand {@code step} windows ahead.
   *
   * @param mass zeros on entry, one per bin; sums to one on return
   */
  void predict(History history, int step, double[] mass);
}
