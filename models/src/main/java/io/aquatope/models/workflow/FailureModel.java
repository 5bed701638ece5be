/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.primitives.Doubles;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The probability that a stage fails in a configuration, under the assumption that failures come of
 * too little: a run fails, nearly always, if its memory is below an unknown threshold τ_m or its
 * CPU below τ_c, and hardly ever otherwise. The thresholds are uncertain among the levels that the
 * candidates have; observations update their joint distribution by Bayes' rule.
 *
 * <p>Prior: a threshold sits above a level with a probability that grows by {@link
 * #MEMORY_HAZARD_PER_LOG} per unit of log resource below the most generous level; CPU is ten times
 * less suspect.
 */
final class FailureModel {

  private static final double MEMORY_HAZARD_PER_LOG = 0.12;
  private static final double CPU_HAZARD_PER_LOG = 0.012;
  private static final double FAILS_BELOW = 0.9;
  private static final double FAILS_ABOVE = 0.002;

  private final StageSpace space;
  private final double[] memory;
  private final double[] cores;
  private final double[][] logWeight;

  FailureModel(StageSpace space) {
    this.space = space;
    memory = levels(space, StageConfiguration::memoryGib);
    cores = levels(space, StageConfiguration::cores);
    double[] memoryPrior = logPrior(memory, MEMORY_HAZARD_PER_LOG);
    double[] coresPrior = logPrior(cores, CPU_HAZARD_PER_LOG);
    logWeight = new double[memory.length][cores.length];
    for (int m = 0; m < memory.length; m++) {
      for (int c = 0; c < cores.length; c++) {
        logWeight[m][c] = memoryPrior[m] + coresPrior[c];
      }
    }
  }

  /** Takes note of one run, which counts {@code weight} times. */
  void observe(StageConfiguration configuration, boolean succeeded, double weight) {
    for (int m = 0; m < memory.length; m++) {
      for (int c = 0; c < cores.length; c++) {
        double fails = failsGiven(configuration, m, c);
        logWeight[m][c] += weight * Math.log(succeeded ? 1 - fails : fails);
      }
    }
  }

  /** Probability that the next run fails, for each candidate. */
  double[] failure() {
    double[][] weights = weights();
    return failure(
        (configuration) -> {
          double fails = 0;
          for (int m = 0; m < memory.length; m++) {
            for (int c = 0; c < cores.length; c++) {
              fails += weights[m][c] * failsGiven(configuration, m, c);
            }
          }
          return fails;
        });
  }

  /** The same in a world drawn from what is believed: thresholds are as certain there as can be. */
  double[] sampleFailure(SplittableRandom random) {
    double level = random.nextDouble();
    double[][] weights = weights();
    int at = 0;
    for (; at < memory.length * cores.length - 1; at++) {
      level -= weights[at / cores.length][at % cores.length];
      if (level < 0) {
        break;
      }
    }
    int m = at / cores.length;
    int c = at % cores.length;
    return failure(configuration -> failsGiven(configuration, m, c));
  }

  private double[] failure(ToDoubleFunction<StageConfiguration> probability) {
    return space.candidates().stream().mapToDouble(probability).toArray();
  }

  private double[][] weights() {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double[] row : logWeight) {
      greatest = Math.max(greatest, Doubles.max(row));
    }
    double total = 0;
    double[][] weights = new double[memory.length][cores.length];
    for (int m = 0; m < memory.length; m++) {
      for (int c = 0; c < cores.length; c++) {
        weights[m][c] = Math.exp(logWeight[m][c] - greatest);
        total += weights[m][c];
      }
    }
    for (double[] row : weights) {
      for (int c = 0; c < row.length; c++) {
        row[c] /= total;
      }
    }
    return weights;
  }

  /** Failure probability when the thresholds are the levels m and c themselves. */
  private double failsGiven(StageConfiguration configuration, int m, int c) {
    boolean enough = configuration.memoryGib() >= memory[m] && configuration.cores() >= cores[c];
    return enough ? FAILS_ABOVE : FAILS_BELOW;
  }

  private static double[] levels(StageSpace space, ToDoubleFunction<StageConfiguration> resource) {
    return space.candidates().stream().mapToDouble(resource).distinct().sorted().toArray();
  }

  /** Log prior that the threshold is exactly each level. */
  private static double[] logPrior(double[] levels, double hazard) {
    double[] prior = new double[levels.length];
    Arrays.setAll(
        prior,
        i ->
            i == 0
                ? -hazard * Math.log(levels[levels.length - 1] / levels[0])
                : Math.log(
                    Math.exp(-hazard * Math.log(levels[levels.length - 1] / levels[i]))
                        - Math.exp(-hazard * Math.log(levels[levels.length - 1] / levels[i - 1]))));
    return prior;
  }
}
