/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.collect.ImmutableList;
import io.aquatope.backtest.ConfidenceInterval;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** The results of one workflow under one method, seed by seed. */
record MethodRuns(
    EvaluatedWorkflow workflow, EvaluationMethod method, ImmutableList<MethodOutcome> outcomes) {

  private static final long RESAMPLING_SEED = 2023;

  double mean(ToDoubleFunction<MethodOutcome> figure) {
    return outcomes.stream().mapToDouble(figure).average().orElseThrow();
  }

  private ConfidenceInterval interval(ToDoubleFunction<MethodOutcome> figure) {
    return interval(outcomes.stream().mapToDouble(figure).toArray());
  }

  static ConfidenceInterval interval(double[] bySeed) {
    return ConfidenceInterval.ofMean(bySeed, new SplittableRandom(RESAMPLING_SEED));
  }

  boolean meetsQos() {
    double tolerated = 1 - workflow.measured().problem().quantile();
    return mean(MethodOutcome::qosViolationRatio) <= tolerated + 1e-9;
  }

  EvaluationResult.Result result() {
    return new EvaluationResult.Result(
        workflow.name(),
        method.label(),
        outcomes.stream().mapToLong(MethodOutcome::requests).sum(),
        mean(MethodOutcome::qosViolationRatio),
        mean(MethodOutcome::cost),
        mean(MethodOutcome::coldStartRatio),
        meetsQos(),
        new EvaluationResult.Intervals(
            interval(MethodOutcome::qosViolationRatio), interval(MethodOutcome::cost)));
  }
}
