/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.component;

import io.aquatope.models.distribution.DemandGrid;

/**
 * Prior belief about demand: mostly none, sometimes one, and a tail so heavy that no outcome is
 * impossible. The base of every Dirichlet prior.
 */
final class BackgroundDemand {

  private static final double SILENT = 0.8;
  private static final double DECAY = 0.5;
  private static final double FLOOR = 1e-5;
  private static final double[] MASS = mass();

  private BackgroundDemand() {}

  private static double[] mass() {
    double[] mass = new double[DemandGrid.BINS];
    double sum = 0;
    for (int bin = 0; bin < mass.length; bin++) {
      mass[bin] = bin == 0 ? SILENT : (1 - SILENT) * (1 - DECAY) * Math.pow(DECAY, bin - 1) + FLOOR;
      sum += mass[bin];
    }
    for (int bin = 0; bin < mass.length; bin++) {
      mass[bin] /= sum;
    }
    return mass;
  }

  static void copyTo(double[] mass) {
    System.arraycopy(MASS, 0, mass, 0, mass.length);
  }
}
