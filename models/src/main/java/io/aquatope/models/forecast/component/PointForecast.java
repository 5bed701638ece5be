/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

/** A model that forecasts a number. {@link ErrorBand} turns it into a distribution. */
interface PointForecast {

  /** Learns the newest window of the history. */
  default void observe(DemandHistory history) {}

  /** Demand expected {@code step} windows ahead, in containers; the history is not empty. */
  double forecast(DemandHistory history, int step);

  /**
   * Writes the state that the history alone does not determine.
   *
   * @param rests whether its forecasts round to none, and will until the next demand
   */
  default void write(DemandHistory history, boolean rests, StateWriter out) {}

  /** Reads the written state, with the history as it was then. */
  default void read(DemandHistory history, StateReader in) {}
}
