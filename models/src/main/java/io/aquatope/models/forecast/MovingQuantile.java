/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

/**
 * The empirical distribution of the last windows, each counting the same: its quantiles are moving
 * quantiles. The same for every step ahead.
 */
final class MovingQuantile implements Component {

  private static final double PRIOR = 0.5;
  private final int length;

  /**
   * @param length how many windows back, at most {@link History#CAPACITY}
   */
  MovingQuantile(int length) {
    this.length = length;
  }

  @Override
  public void predict(History history, int step, double[] mass) {
    Background.copyTo(mass);
    Tally tally = new Tally(mass.length);
    int last = Math.min(length, history.size());
    history.addTo(tally, 1, last, 1);
    tally.update(mass, PRIOR);
  }
}
