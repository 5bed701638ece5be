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
      double[] factors = factors(s, prediction.scatter());
      table[s] = new double[prediction.size()][BELIEFS * RUNS];
      for (int c = 0; c < prediction.size(); c++) {
        double deviation = prediction.deviation(c);
        for (int b = 0; b < BELIEFS; b++) {
          double[] mean = prediction.means()[prediction.component(components.get(s)[b])];
          double seconds = Math.exp(mean[c] + deviation * beliefs.get(s)[b]);
          double[] runs =
              runs(s, b, seconds, factors, prediction.failure()[c], prediction.own(), c);
          System.arraycopy(runs, 0, table[s][c], b * RUNS, RUNS);
        }
      }
    }
    return table;
  }

  /** Latencies in one world, run by run, for each stage and candidate. */
  double[][][] inWorld(List<StagePrediction> predictions, List<StageWorld> worlds) {
    double[][][] table = new double[predictions.size()][][];
    for (int s = 0; s < table.length; s++) {
      StageWorld world = worlds.get(s);
      OwnRuns own = predictions.get(s).own();
      double[] factors = factors(s, predictions.get(s).scatter());
      table[s] = new double[predictions.get(s).size()][];
      for (int c = 0; c < table[s].length; c++) {
        double seconds = Math.exp(world.logLatency()[c]);
        table[s][c] = runs(s, world.scatter(), seconds, factors, world.failure()[c], own, c);
      }
    }
    return table;
  }

  /** By what a run's latency differs from the typical one. */
  private double[] factors(int stage, Scatter deviations) {
    return map(scatter.get(stage), level -> Math.exp(deviations.at(level)));
  }

  /** Runs of one candidate under one belief; those of stages alike differ in their order only. */
  private double[] runs(
      int stage,
      int belief,
      double seconds,
      double[] factors,
      double failure,
      OwnRuns own,
      int candidate) {
    int from = belief * RUNS;
    double[] drawn = new double[RUNS];
    Arrays.setAll(drawn, r -> seconds * factors[from + r]);
    own.draw(candidate, drawn, picks.get(stage), from);
    double[] order = orders.get(stage);
    double[] level = levels.get(stage);
    double[] runs = new double[RUNS];
    Arrays.setAll(
        runs,
        r -> level[from + r] < failure ? Double.POSITIVE_INFINITY : drawn[(int) (order[r] * RUNS)]);
    return runs;
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
