/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

/** The demand of the newest window, for every step. */
public final class LastValue implements PointForecast {

  @Override
  public double forecast(DemandHistory history, int step) {
    return history.newestPeak();
  }
}
