/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.DemandGrid;

/**
 * A Markov chain over demand states (0, 1, 2, 3-4, 5-8 …): the demand that followed {@code step}
 * windows after each earlier window in the present state. Estimating the step-ahead transition
 * directly needs no matrix power and makes no error that grows with the horizon.
 */
public final class MarkovChain implements DemandComponent {

  private static final double PRIOR = 1;
  private static final int SPAN = 720;
  private static final byte[] STATE = states();

  private static byte[] states() {
    byte[] states = new byte[DemandGrid.BINS];
    for (int bin = 0; bin < states.length; bin++) {
      long demand = DemandGrid.lower(bin);
      states[bin] = (byte) (demand < 3 ? demand : 65 - Long.numberOfLeadingZeros(demand - 1));
    }
    return states;
  }

  @Override
  public void predict(DemandHistory history, int step, double[] mass) {
    BackgroundDemand.copyTo(mass);
    if (history.size() == 0) {
      return;
    }
    DemandCounts same = new DemandCounts(mass.length);
    DemandCounts all = new DemandCounts(mass.length);
    int state = STATE[history.bin(1)];
    int last = Math.min(SPAN, history.size());
    history.addTo(all, 1, last - step, 1);
    if (state == 0) {
      history.addTo(same, 1, last - step, 1);
    }
    for (int age = history.demandsWithin(step); age < history.demandsWithin(last); age++) {
      int lag = history.lagOfDemand(age);
      if (state == 0) {
        same.add(history.bin(lag - step), -1);
      } else if (STATE[history.bin(lag)] == state) {
        same.add(history.bin(lag - step), 1);
      }
    }
    all.update(mass, PRIOR);
    same.update(mass, PRIOR);
  }
}
