/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Possible dependence of a stage's latency on its resources, as a finite mixture of shapes {@code
 * log(f + (1 - f) max(1, κ / x)) + γ log max(1, x / κ)}: the time falls in inverse proportion to x
 * up to the amount κ that the stage can use, and a part f of its time does not depend on x at all.
 * Beyond κ the latency stays constant, or grows as more workers must be coordinated (the retrograde
 * part of Gunther's universal scalability law): γ is zero for most. κ runs over the candidates'
 * range on a log scale.
 *
 * <p>For most shapes, x is the number of cores. One core, the limit of single-threaded code, is the
 * most probable κ; κ at the lower end means that CPU is of no use. For some shapes x is memory,
 * because platforms allot CPU in proportion to it, or because too little memory makes a runtime
 * collect garbage. For a few x is cores per memory, which grows with the number of workers.
 */
final class ScalingCurves {

  private static final int KNEES = 24;
  private static final double[] IDLE_SHARES = {0, 0.25, 0.6};
  private static final double[] IDLE_PRIORS = {0.6, 0.25, 0.15};
  private static final double[] COORDINATION = {0.2, 0.5};
  private static final double COORDINATION_PRIOR = 0.03;
  private static final double ONE_CORE_PRIOR = 15;
  private static final double END_PRIOR = 1.5;
  private static final double MEMORY_PRIOR = 0.4;
  private static final double RATIO_PRIOR = 0.3;
  private static final double COORDINATED_RATIO_PRIOR = 2;

  private final StageSpace space;
  private final List<double[]> shapes = new ArrayList<>();
  private final List<Double> logPriors = new ArrayList<>();

  ScalingCurves(StageSpace space) {
    this.space = space;
    ToDoubleFunction<StageConfiguration> cores = StageConfiguration::cores;
    ToDoubleFunction<StageConfiguration> memory = StageConfiguration::memoryGib;
    ToDoubleFunction<StageConfiguration> ratio = c -> c.cores() / c.memoryGib();
    double[] range = range(cores);
    for (int k = 0; k < KNEES; k++) {
      double prior = k == 0 || k == KNEES - 1 ? END_PRIOR : 1;
      limited(cores, knee(range, k), prior);
      coordinated(cores, knee(range, k), prior);
      limited(memory, knee(range(memory), k), MEMORY_PRIOR);
      limited(ratio, knee(range(ratio), k), RATIO_PRIOR);
      coordinated(ratio, knee(range(ratio), k), COORDINATED_RATIO_PRIOR);
    }
    if (range[0] < 1 && range[1] > 1) {
      limited(cores, 1, ONE_CORE_PRIOR);
      coordinated(cores, 1, ONE_CORE_PRIOR);
    }
  }

  private double[] range(ToDoubleFunction<StageConfiguration> resource) {
    double[] values = space.candidates().stream().mapToDouble(resource).sorted().toArray();
    return new double[] {values[0], values[values.length - 1]};
  }

  private static double knee(double[] range, int k) {
    return range[0] * Math.pow(range[1] / range[0], k / (KNEES - 1.0));
  }

  private void limited(ToDoubleFunction<StageConfiguration> resource, double knee, double prior) {
    for (int i = 0; i < IDLE_SHARES.length; i++) {
      double idle = IDLE_SHARES[i];
      add(
          c -> Math.log(idle + (1 - idle) * Math.max(1, knee / resource.applyAsDouble(c))),
          prior * IDLE_PRIORS[i]);
    }
  }

  private void coordinated(
      ToDoubleFunction<StageConfiguration> resource, double knee, double prior) {
    for (double growth : COORDINATION) {
      add(
          c -> {
            double x = resource.applyAsDouble(c);
            return Math.log(Math.max(1, knee / x)) + growth * Math.log(Math.max(1, x / knee));
          },
          prior * COORDINATION_PRIOR);
    }
  }

  private void add(ToDoubleFunction<StageConfiguration> shape, double prior) {
    shapes.add(space.candidates().stream().mapToDouble(shape).toArray());
    logPriors.add(Math.log(prior));
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
