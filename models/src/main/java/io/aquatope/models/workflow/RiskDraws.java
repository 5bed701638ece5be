/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Common random numbers with which stage predictions become end-to-end latencies: {@value #BELIEFS}
 * draws of what is not known (the stages' latency functions), and for each {@value #RUNS} draws of
 * how single runs scatter.
 */
final class RiskDraws {

  static final int BELIEFS = 32;
  static final int RUNS = 80;

  private final List<double[]> components = new ArrayList<>();
  private final List<double[]> beliefs = new ArrayList<>();
  private final List<double[]> scatter = new ArrayList<>();
  private final List<double[]> picks = new ArrayList<>();
  private final List<double[]> levels = new ArrayList<>();
  private final List<double[]> orders = new ArrayList<>();

  /** Draws for stages of which {@code modelOf} gives the model; beliefs are drawn per model. */
  RiskDraws(ImmutableIntArray modelOf, SplittableRandom random) {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    for (int s = 0; s < modelOf.length(); s++) {
      int like = IntStream.of(modelOf.toArray()).boxed().toList().indexOf(modelOf.get(s));
      boolean shared = like < s;
      components.add(shared ? components.get(like) : stratified(BELIEFS, random));
      beliefs.add(
          shared
              ? beliefs.get(like)
              : map(stratified(BELIEFS, random), normal::inverseCumulativeProbability));
      scatter.add(shared ? scatter.get(like) : stratified(BELIEFS * RUNS, random));
      picks.add(shared ? picks.get(like) : stratified(BELIEFS * RUNS, random));
      orders.add(stratified(RUNS, random));
      levels.add(stratified(BELIEFS * RUNS, random));
    }
  }

  private static double[] map(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }

  /** Latencies under all beliefs, run by run, for each stage and candidate. */
  double[][][] believed(List<StagePrediction> predictions) {
    double[][][] table = new double[predictions.size()][][];
    for (int s = 0; s < table.length; s++) {
      StagePrediction prediction = predictions.get(s);
      double[] factors = factors(s, prediction.scatter(), BELIEFS * RUNS);
      table[s] = new double[prediction.size()][BELIEFS * RUNS];
      for (int c = 0; c < prediction.size(); c++) {
        double deviation = prediction.deviation(c);
        for (int b = 0; b < BELIEFS; b++) {
          double[] mean = prediction.means()[prediction.component(components.get(s)[b])];
          double seconds = Math.exp(mean[c] + deviation * beliefs.get(s)[b]);
          fill(
              table[s][c],
              b * RUNS,
              b * RUNS,
              s,
              seconds,
              factors,
              prediction.own()[c],
              prediction.failure()[c]);
        }
      }
    }
    return table;
  }

  /** Latencies in one world, run by run, for each stage and candidate. */
  double[][][] inWorld(List<StagePrediction> predictions, List<StageWorld> worlds) {
    int block = worlds.get(0).block() * RUNS;
    double[][][] table = new double[predictions.size()][][];
    for (int s = 0; s < table.length; s++) {
      StageWorld world = worlds.get(s);
      double[] factors = factors(s, predictions.get(s).scatter(), BELIEFS * RUNS);
      table[s] = new double[predictions.get(s).size()][RUNS];
      for (int c = 0; c < table[s].length; c++) {
        fill(
            table[s][c],
            0,
            block,
            s,
            Math.exp(world.logLatency()[c]),
            factors,
            predictions.get(s).own()[c],
            world.failure()[c]);
      }
    }
    return table;
  }

  /** By what a run's latency differs from the typical one. */
  private double[] factors(int stage, Scatter deviations, int runs) {
    double[] factors = new double[runs];
    Arrays.setAll(factors, r -> Math.exp(deviations.at(scatter.get(stage)[r])));
    return factors;
  }

  private void fill(
      double[] latencies,
      int to,
      int from,
      int stage,
      double seconds,
      double[] factors,
      double[] own,
      double failure) {
    double[] level = levels.get(stage);
    double[] pick = picks.get(stage);
    double[] order = orders.get(stage);
    double[] drawn = new double[RUNS];
    double known = StagePrediction.OTHERS + own.length;
    for (int r = 0; r < RUNS; r++) {
      double position = pick[from + r] * (known + r);
      if (position < StagePrediction.OTHERS) {
        drawn[r] = seconds * factors[from + r];
      } else if (position < known) {
        drawn[r] = own[(int) (position - StagePrediction.OTHERS)];
      } else {
        drawn[r] = drawn[(int) (position - known)];
      }
    }
    for (int r = 0; r < RUNS; r++) {
      latencies[to + r] =
          level[from + r] < failure
              ? Double.POSITIVE_INFINITY
              : drawn[(int) (order[r] * RUNS)];
    }
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
