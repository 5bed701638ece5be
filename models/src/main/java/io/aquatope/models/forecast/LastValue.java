/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/** The demand of the newest window, for every step. */
final class LastValue implements PointForecast {

  @Override
  public double forecast(History history, int step) {
    return history.newestPeak();
  }
}
