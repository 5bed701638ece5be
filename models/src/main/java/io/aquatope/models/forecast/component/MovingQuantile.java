/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

/**
 * The empirical distribution of the last windows with equal weights; its quantiles are moving
 * quantiles. The forecast is the same for every step ahead.
 */
public final class MovingQuantile implements DemandComponent {

  private static final double PRIOR = 0.5;
  private final int length;

  /**
   * @param length number of windows, at most {@link DemandHistory#CAPACITY}
   */
  public MovingQuantile(int length) {
    this.length = length;
  }

  @Override
  public void predict(DemandHistory history, int step, double[] mass) {
    BackgroundDemand.copyTo(mass);
    DemandCounts tally = new DemandCounts(mass.length);
    int last = Math.min(length, history.size());
    history.addTo(tally, 1, last, 1);
    tally.update(mass, PRIOR);
  }
}
