/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

/**
 * A cheap model of demand. It is a baseline by itself, or an expert within {@code MixtureModel}.
 * Works on the bins of {@link io.aquatope.models.distribution.DemandGrid}.
 */
public interface DemandComponent {

  /** Learns the newest window of the history, which has just been appended. */
  default void observe(DemandHistory history) {}

  /**
   * Writes the predictive mass of the demand {@code step} windows ahead.
   *
   * @param mass zeros on entry, for the first bins or for all; on return their probabilities, which
   *     sum to one if all bins are present
   */
  void predict(DemandHistory history, int step, double[] mass);

  /** Writes the state that the history alone does not determine. */
  default void write(DemandHistory history, StateWriter out) {}

  /** Reads the written state, with the history as it was then. */
  default void read(DemandHistory history, StateReader in) {}
}
