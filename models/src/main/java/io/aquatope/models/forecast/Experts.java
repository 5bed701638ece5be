/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast;

import io.aquatope.models.distribution.DemandGrid;
import java.util.List;

/**
 * The components that {@link MixtureModel} weighs for one function, in the order in which its
 * network was trained to see them.
 */
final class Experts {

  /** How many there are. */
  static final int COUNT = 12;

  private final List<Component> components =
      List.of(
          new IdleTime(),
          new Analogue(1),
          new Analogue(4),
          new Periodicity(),
          new MarkovChain(),
          new MovingQuantile(15),
          new MovingQuantile(60),
          new MovingQuantile(480),
          new GammaPoisson(4),
          new GammaPoisson(60),
          new ErrorBand(new LastValue()),
          new ErrorBand(new Autoregression()));

  void observe(History history) {
    for (Component component : components) {
      component.observe(history);
    }
  }

  /** One predictive mass per expert, {@code step} windows ahead. */
  double[][] predict(History history, int step) {
    double[][] masses = new double[COUNT][DemandGrid.BINS];
    for (int i = 0; i < COUNT; i++) {
      components.get(i).predict(history, step, masses[i]);
    }
    return masses;
  }
}
