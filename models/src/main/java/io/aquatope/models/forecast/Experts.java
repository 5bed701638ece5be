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

  /** Those that hold nothing of a function, and so serve all. */
  private static final Component IDLE_TIME = new IdleTime();

  private static final Component ANALOGUE_OF_ACTIVITY = new Analogue(1);
  private static final Component ANALOGUE_OF_DEMAND = new Analogue(4);
  private static final Component MARKOV_CHAIN = new MarkovChain();
  private static final Component QUARTER_OF_AN_HOUR = new MovingQuantile(15);
  private static final Component HOUR = new MovingQuantile(60);
  private static final Component EIGHT_HOURS = new MovingQuantile(480);

  private final List<Component> components =
      List.of(
          IDLE_TIME,
          ANALOGUE_OF_ACTIVITY,
          ANALOGUE_OF_DEMAND,
          new Periodicity(),
          MARKOV_CHAIN,
          QUARTER_OF_AN_HOUR,
          HOUR,
          EIGHT_HOURS,
          new GammaPoisson(4),
          new GammaPoisson(60),
          new ErrorBand(new LastValue()),
          new ErrorBand(new Autoregression()));

  void write(History history, StateWriter out) {
    components.forEach(component -> component.write(history, out));
  }

  void read(History history, StateReader in) {
    components.forEach(component -> component.read(history, in));
  }

  void observe(History history) {
    for (Component component : components) {
      component.observe(history);
    }
  }

  /** One predictive mass per expert, {@code step} windows ahead. */
  double[][] predict(History history, int step) {
    return predict(history, step, DemandGrid.BINS);
  }

  /** The same on the first bins only, which takes less time. */
  double[][] predict(History history, int step, int bins) {
    double[][] masses = new double[COUNT][bins];
    for (int i = 0; i < COUNT; i++) {
      components.get(i).predict(history, step, masses[i]);
    }
    return masses;
  }
}
