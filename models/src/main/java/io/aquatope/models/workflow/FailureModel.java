/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The probability that a stage fails in a configuration, under the assumption that failures come of
 * too little: a run fails, nearly always, if its memory is below an unknown threshold or its CPU
 * below another, and hardly ever well above both. A configuration with just the threshold's memory
 * is on the brink and may fail now and then, how often is unknown too. The thresholds are among the
 * levels that the candidates have. Each combination of thresholds and brink is a hypothesis;
 * observations update their probabilities by Bayes' rule.
 *
 * <p>Prior: that a threshold lies above a level becomes more probable by a constant rate per unit
 * of log resource below the most generous level; CPU is ten times less suspect than memory.
 */
final class FailureModel {

  private static final double MEMORY_HAZARD_PER_LOG = 0.12;
  private static final double CPU_HAZARD_PER_LOG = 0.012;
  private static final double UNEXPECTED = 0.1;
  private static final double KEPT = 0.1;
  private static final double FAILS_BELOW = 0.95;
  private static final double FAILS_ABOVE = 0.001;
  private static final double[] BRINKS = {FAILS_ABOVE, 0.07, 0.3};
  private static final double[] BRINK_PRIORS = {0.75, 0.15, 0.1};

  private final StageSpace space;
  private final List<Hypothesis> hypotheses = new ArrayList<>();
  private final double[] logPriors;
  private final double[] logWeights;
  private int unexpected;

  private record Hypothesis(double memory, double cores, double brink) {

    double fails(StageConfiguration configuration) {
      if (configuration.memoryGib() < memory || configuration.cores() < cores) {
        return FAILS_BELOW;
      }
      return configuration.memoryGib() == memory ? brink : FAILS_ABOVE;
    }
  }

  FailureModel(StageSpace space) {
    this.space = space;
    double[] memory = levels(space, StageConfiguration::memoryGib);
    double[] cores = levels(space, StageConfiguration::cores);
    double[] memoryPrior = prior(memory, MEMORY_HAZARD_PER_LOG);
    double[] coresPrior = prior(cores, CPU_HAZARD_PER_LOG);
    List<Double> priors = new ArrayList<>();
    for (int m = 0; m < memory.length; m++) {
      for (int c = 0; c < cores.length; c++) {
        for (int b = 0; b < BRINKS.length; b++) {
          hypotheses.add(new Hypothesis(memory[m], cores[c], BRINKS[b]));
          priors.add(Math.log(memoryPrior[m] * coresPrior[c] * BRINK_PRIORS[b]));
        }
      }
    }
    logPriors = Doubles.toArray(priors);
    logWeights = logPriors.clone();
  }

  /** Takes note of one run, which counts {@code weight} times. */
  void observe(StageConfiguration configuration, boolean succeeded, double weight) {
    for (int h = 0; h < logWeights.length; h++) {
      double fails = hypotheses.get(h).fails(configuration);
      logWeights[h] += weight * Math.log(succeeded ? 1 - fails : fails);
    }
  }

  /**
   * Whether a failure here would be news: the last few runs, which failed as well, were thought
   * safe.
   */
  boolean contradicts(StageConfiguration configuration) {
    double expected = 0;
    double[] weights = weights();
    for (int h = 0; h < weights.length; h++) {
      expected += weights[h] * hypotheses.get(h).fails(configuration);
    }
    unexpected = expected < UNEXPECTED ? unexpected + 1 : 0;
    return unexpected >= 2;
  }

  /** Forgets most of what was learnt, as the stage has changed. */
  void doubt() {
    for (int h = 0; h < logWeights.length; h++) {
      logWeights[h] = logPriors[h] + KEPT * (logWeights[h] - logPriors[h]);
    }
    unexpected = 0;
  }

  /** Probability that the next run fails, for each candidate. */
  double[] failure() {
    double[] weights = weights();
    double[] failure = new double[space.size()];
    for (int h = 0; h < weights.length; h++) {
      if (weights[h] > 1e-9) {
        for (int c = 0; c < failure.length; c++) {
          failure[c] += weights[h] * hypotheses.get(h).fails(space.candidates().get(c));
        }
      }
    }
    return failure;
  }

  /** The same in a world drawn from what is believed, where one hypothesis is true. */
  double[] sampleFailure(SplittableRandom random) {
    double[] weights = weights();
    double level = random.nextDouble();
    int h = 0;
    while (h < weights.length - 1 && (level -= weights[h]) >= 0) {
      h++;
    }
    Hypothesis truth = hypotheses.get(h);
    return space.candidates().stream().mapToDouble(truth::fails).toArray();
  }

  private double[] weights() {
    double greatest = Doubles.max(logWeights);
    double[] weights = Arrays.stream(logWeights).map(w -> Math.exp(w - greatest)).toArray();
    double total = Arrays.stream(weights).sum();
    Arrays.setAll(weights, h -> weights[h] / total);
    return weights;
  }

  private static double[] levels(StageSpace space, ToDoubleFunction<StageConfiguration> resource) {
    return space.candidates().stream().mapToDouble(resource).distinct().sorted().toArray();
  }

  /** Prior that the threshold is exactly each level. */
  private static double[] prior(double[] levels, double hazard) {
    double[] prior = new double[levels.length];
    double most = levels[levels.length - 1];
    double below = 0;
    for (int i = 0; i < levels.length; i++) {
      double upTo = Math.pow(levels[i] / most, hazard);
      prior[i] = i == levels.length - 1 ? 1 - below : upTo - below;
      below = upTo;
    }
    return prior;
  }
}
