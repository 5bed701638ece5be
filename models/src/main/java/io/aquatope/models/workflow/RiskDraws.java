/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Common random numbers with which stage predictions become end-to-end latencies: {@value #BELIEFS}
 * draws of what is not known (the stages' latency functions), and for each {@value #RUNS} draws of
 * how single runs scatter. The scatter has the tails of Student's t, as real latencies do.
 */
final class RiskDraws {

  static final int BELIEFS = 32;
  static final int RUNS = 96;
  private static final double DEGREES_OF_FREEDOM = 4;

  private final List<double[]> beliefs = new ArrayList<>();
  private final List<double[]> scatter = new ArrayList<>();
  private final List<double[]> levels = new ArrayList<>();

  RiskDraws(int stages, SplittableRandom random) {
    TDistribution t = new TDistribution(null, DEGREES_OF_FREEDOM);
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    for (int s = 0; s < stages; s++) {
      double[] belief = stratified(BELIEFS, random);
      double[] runs = stratified(BELIEFS * RUNS, random);
      for (int b = 0; b < BELIEFS; b++) {
        belief[b] = normal.inverseCumulativeProbability(belief[b]);
      }
      for (int r = 0; r < runs.length; r++) {
        runs[r] = t.inverseCumulativeProbability(runs[r]);
      }
      beliefs.add(belief);
      scatter.add(runs);
      levels.add(stratified(BELIEFS * RUNS, random));
    }
  }

  /** Latencies of one stage in one configuration, infinite where it fails. */
  double[] latencies(int stage, StagePrediction prediction, int candidate) {
    double mean = prediction.mean(candidate);
    double deviation = prediction.deviation(candidate);
    double noise = prediction.noise();
    double failure = prediction.failure()[candidate];
    double[] latencies = new double[BELIEFS * RUNS];
    for (int b = 0, r = 0; b < BELIEFS; b++) {
      double level = mean + deviation * beliefs.get(stage)[b];
      for (int i = 0; i < RUNS; i++, r++) {
        latencies[r] =
            levels.get(stage)[r] < failure
                ? Double.POSITIVE_INFINITY
                : Math.exp(level + noise * scatter.get(stage)[r]);
      }
    }
    return latencies;
  }

  private static double[] stratified(int n, SplittableRandom random) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      values[i] = values[j];
      values[j] = (i + 0.5) / n;
    }
    return values;
  }
}
