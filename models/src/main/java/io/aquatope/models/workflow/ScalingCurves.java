/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.ArrayList;
import java.util.List;

/**
 * How a stage's latency may depend on its CPU, as a finite mixture of shapes {@code log(f + (1 - f)
 * max(1, κ / cores)) + γ log max(1, cores / κ)}: work is done in inverse proportion to the CPU
 * limit until a stage has the κ cores that its threads can use, and a part f of its time does not
 * need CPU at all. Beyond κ nothing is gained, or the latency grows as more workers must be
 * coordinated (the retrograde part of Gunther's universal scalability law): γ is zero for most. κ
 * runs over the candidates' range on a log scale, with one core, where single-threaded code ends,
 * more probable than any other; κ at the lower end means that CPU is of no use.
 */
final class ScalingCurves {

  private static final int KNEES = 24;
  private static final double[] IDLE_SHARES = {0, 0.25, 0.6};
  private static final double[] IDLE_PRIORS = {0.6, 0.25, 0.15};
  private static final double[] COORDINATION = {0.2, 0.5};
  private static final double COORDINATION_PRIOR = 0.03;
  private static final double ONE_CORE_PRIOR = 15;
  private static final double END_PRIOR = 1.5;

  private final List<double[]> shapes = new ArrayList<>();
  private final List<Double> logPriors = new ArrayList<>();

  ScalingCurves(StageSpace space) {
    double[] cores =
        space.candidates().stream().mapToDouble(StageConfiguration::cores).sorted().toArray();
    double least = cores[0];
    double greatest = cores[cores.length - 1];
    for (int k = 0; k < KNEES; k++) {
      boolean end = k == 0 || k == KNEES - 1;
      add(space, least * Math.pow(greatest / least, k / (KNEES - 1.0)), end ? END_PRIOR : 1);
    }
    if (least < 1 && greatest > 1) {
      add(space, 1, ONE_CORE_PRIOR);
    }
  }

  private void add(StageSpace space, double knee, double prior) {
    for (int i = 0; i < IDLE_SHARES.length; i++) {
      double idle = IDLE_SHARES[i];
      shapes.add(
          space.candidates().stream()
              .mapToDouble(c -> Math.log(idle + (1 - idle) * Math.max(1, knee / c.cores())))
              .toArray());
      logPriors.add(Math.log(prior * IDLE_PRIORS[i]));
    }
    for (double growth : COORDINATION) {
      shapes.add(
          space.candidates().stream()
              .mapToDouble(
                  c ->
                      Math.log(Math.max(1, knee / c.cores()))
                          + growth * Math.log(Math.max(1, c.cores() / knee)))
              .toArray());
      logPriors.add(Math.log(prior * COORDINATION_PRIOR));
    }
  }

  int size() {
    return shapes.size();
  }

  /** Relative log latency of each candidate. */
  double[] shape(int curve) {
    return shapes.get(curve);
  }

  double logPrior(int curve) {
    return logPriors.get(curve);
  }
}
