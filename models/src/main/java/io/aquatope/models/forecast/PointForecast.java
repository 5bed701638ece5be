/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/** A model that forecasts a number; {@link ErrorBand} makes it a distribution. */
interface PointForecast {

  /** Learns the newest window of the history. */
  default void observe(History history) {}

  /** Demand expected {@code step} windows ahead, in containers; the history is not empty. */
  double forecast(History history, int step);

  /**
   * Writes what the history alone does not tell.
   *
   * @param rests whether its forecasts round to none, and will until the next demand
   */
  default void write(History history, boolean rests, StateWriter out) {}

  /** Reads what was written when the history was the same. */
  default void read(History history, StateReader in) {}
}
