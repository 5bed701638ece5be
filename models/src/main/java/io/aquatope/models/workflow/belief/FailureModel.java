/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import com.google.common.primitives.Doubles;
import io.aquatope.models.distribution.CategoricalDistribution;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The probability that a stage fails in a configuration, under the assumption that too few
 * resources cause failures. A run nearly always fails if its memory is below an unknown threshold
 * or its CPU below another, and hardly ever well above both. A configuration with exactly the
 * threshold's memory is at the brink: it may fail occasionally, with an unknown frequency. The
 * thresholds are among the levels that the candidates have. Each combination of thresholds and
 * brink is a hypothesis; observations update their probabilities by Bayes' rule.
 *
 * <p>Prior: the memory that a function needs is log-normal as measured on Azure, half below 170 MB
 * and nine tenths below 400 MB (Shahrad et al., ATC 2020), or with a probability of {@value
 * #UNUSUAL} anywhere among the levels, on a log scale. CPU hardly ever makes a run fail: the
 * probability that its threshold lies above a level grows by a small constant rate per unit of log
 * cores below the most generous level.
 */
final class FailureModel {

  private static final double UNUSUAL = 0.1;
  private static final NormalDistribution LOG_NEEDED_GIB =
      new NormalDistribution(null, Math.log(0.17), Math.log(400.0 / 170) / 1.2816);
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
    double[] memoryPrior = prior(memory, m -> memoryBelow(m, memory));
    double[] coresPrior =
        prior(cores, c -> Math.pow(c / cores[cores.length - 1], CPU_HAZARD_PER_LOG));
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

  /** Records one run. */
  void observe(StageConfiguration configuration, boolean succeeded) {
    for (int h = 0; h < logWeights.length; h++) {
      double fails = hypotheses.get(h).fails(configuration);
      logWeights[h] += Math.log(succeeded ? 1 - fails : fails);
    }
  }

  /**
   * Whether a failure is the second improbable one in a row, so that the learnt state no longer
   * holds. Must be called for each failure before the failure is observed.
   */
  boolean contradicts(StageConfiguration configuration) {
    double expected = 0;
    CategoricalDistribution believed = CategoricalDistribution.ofLogWeights(logWeights);
    for (int h = 0; h < believed.size(); h++) {
      expected += believed.probability(h) * hypotheses.get(h).fails(configuration);
    }
    unexpected = expected < UNEXPECTED ? unexpected + 1 : 0;
    return unexpected >= 2;
  }

  /** Forgets most of the learnt state, as the stage has changed. */
  void doubt() {
    for (int h = 0; h < logWeights.length; h++) {
      logWeights[h] = logPriors[h] + KEPT * (logWeights[h] - logPriors[h]);
    }
    unexpected = 0;
  }

  /** Probability that the next run fails, for each candidate. */
  double[] failure() {
    CategoricalDistribution believed = CategoricalDistribution.ofLogWeights(logWeights);
    double[] failure = new double[space.size()];
    for (int h = 0; h < believed.size(); h++) {
      double probability = believed.probability(h);
      if (probability > 1e-9) {
        for (int c = 0; c < failure.length; c++) {
          failure[c] += probability * hypotheses.get(h).fails(space.candidates().get(c));
        }
      }
    }
    return failure;
  }

  /** The same in a world drawn from the beliefs, where one hypothesis is true. */
  double[] sampleFailure(SplittableRandom random) {
    Hypothesis truth =
        hypotheses.get(CategoricalDistribution.ofLogWeights(logWeights).draw(random));
    return space.candidates().stream().mapToDouble(truth::fails).toArray();
  }

  private static double[] levels(StageSpace space, ToDoubleFunction<StageConfiguration> resource) {
    return space.candidates().stream().mapToDouble(resource).distinct().sorted().toArray();
  }

  /** Prior probability that memory of {@code gib} is enough. */
  private static double memoryBelow(double gib, double[] levels) {
    double usual = LOG_NEEDED_GIB.cumulativeProbability(Math.log(gib));
    double range = Math.log(levels[levels.length - 1] / levels[0]);
    double unusual = range == 0 ? 1 : Math.log(gib / levels[0]) / range;
    return (1 - UNUSUAL) * usual + UNUSUAL * unusual;
  }

  /** Prior probability that each level is the threshold; the last level is enough. */
  private static double[] prior(double[] levels, DoubleUnaryOperator enough) {
    double[] prior = new double[levels.length];
    double below = 0;
    for (int i = 0; i < levels.length; i++) {
      double upTo = i == levels.length - 1 ? 1 : enough.applyAsDouble(levels[i]);
      prior[i] = upTo - below;
      below = upTo;
    }
    return prior;
  }
}
