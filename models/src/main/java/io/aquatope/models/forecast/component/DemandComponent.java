/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

/**
 * One cheap model of demand: a baseline on its own, an expert within {@code MixtureModel}. Works on
 * the bins of {@link io.aquatope.models.distribution.DemandGrid}.
 */
public interface DemandComponent {

  /** Learns the newest window of the history, which has just been appended. */
  default void observe(DemandHistory history) {}

  /**
   * Writes the predictive mass of the demand {@code step} windows ahead.
   *
   * @param mass zeros on entry, one for each of the first bins, or of all; on return their
   *     probabilities, which sum to one if these are all
   */
  void predict(DemandHistory history, int step, double[] mass);

  /** Writes what the history alone does not tell. */
  default void write(DemandHistory history, StateWriter out) {}

  /** Reads what was written, with the history as it was then. */
  default void read(DemandHistory history, StateReader in) {}
}
