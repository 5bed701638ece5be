/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.forecast.learned;

import io.aquatope.models.distribution.DemandGrid;
import io.aquatope.models.forecast.component.AnalogueMethod;
import io.aquatope.models.forecast.component.Autoregression;
import io.aquatope.models.forecast.component.DemandComponent;
import io.aquatope.models.forecast.component.DemandHistory;
import io.aquatope.models.forecast.component.ErrorBand;
import io.aquatope.models.forecast.component.GammaPoisson;
import io.aquatope.models.forecast.component.IdleTimeCounts;
import io.aquatope.models.forecast.component.LastValue;
import io.aquatope.models.forecast.component.MarkovChain;
import io.aquatope.models.forecast.component.MovingQuantile;
import io.aquatope.models.forecast.component.Periodicity;
import io.aquatope.models.forecast.component.StateReader;
import io.aquatope.models.forecast.component.StateWriter;
import java.util.List;

/**
 * The components that {@link MixtureModel} weighs for one function, in the order in which its
 * network was trained on them.
 */
final class ExpertComponents {

  /** Number of components. */
  static final int COUNT = 12;

  /** Components without state, shared by all functions. */
  private static final DemandComponent IDLE_TIME = new IdleTimeCounts();

  private static final DemandComponent ANALOGUE_OF_ACTIVITY = new AnalogueMethod(1);
  private static final DemandComponent ANALOGUE_OF_DEMAND = new AnalogueMethod(4);
  private static final DemandComponent MARKOV_CHAIN = new MarkovChain();
  private static final DemandComponent QUARTER_OF_AN_HOUR = new MovingQuantile(15);
  private static final DemandComponent HOUR = new MovingQuantile(60);
  private static final DemandComponent EIGHT_HOURS = new MovingQuantile(480);

  private final List<DemandComponent> components =
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

  void write(DemandHistory history, StateWriter out) {
    components.forEach(component -> component.write(history, out));
  }

  void read(DemandHistory history, StateReader in) {
    components.forEach(component -> component.read(history, in));
  }

  void observe(DemandHistory history) {
    for (DemandComponent component : components) {
      component.observe(history);
    }
  }

  /** One predictive mass per expert, {@code step} windows ahead. */
  double[][] predict(DemandHistory history, int step) {
    return predict(history, step, DemandGrid.BINS);
  }

  /** The same on the first bins only, which takes less time. */
  double[][] predict(DemandHistory history, int step, int bins) {
    double[][] masses = new double[COUNT][bins];
    for (int i = 0; i < COUNT; i++) {
      components.get(i).predict(history, step, masses[i]);
    }
    return masses;
  }
}
