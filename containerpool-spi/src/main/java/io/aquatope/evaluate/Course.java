/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.collect.ImmutableList;
import io.aquatope.forecast.Interval;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** One workflow under one method, seed by seed. */
record Course(
    EvaluatedWorkflow workflow, EvaluationMethod method, ImmutableList<Outcome> outcomes) {

  private static final long RESAMPLING_SEED = 2023;

  double mean(ToDoubleFunction<Outcome> figure) {
    return outcomes.stream().mapToDouble(figure).average().orElseThrow();
  }

  private Interval interval(ToDoubleFunction<Outcome> figure) {
    return interval(outcomes.stream().mapToDouble(figure).toArray());
  }

  static Interval interval(double[] bySeed) {
    return Interval.ofMean(bySeed, new SplittableRandom(RESAMPLING_SEED));
  }

  boolean meetsQos() {
    double tolerated = 1 - workflow.measured().problem().quantile();
    return mean(Outcome::qosViolationRatio) <= tolerated + 1e-9;
  }

  EvaluationResult.Result result() {
    return new EvaluationResult.Result(
        workflow.name(),
        method.label(),
        outcomes.stream().mapToLong(Outcome::requests).sum(),
        mean(Outcome::qosViolationRatio),
        mean(Outcome::cost),
        mean(Outcome::coldStartRatio),
        meetsQos(),
        interval(Outcome::qosViolationRatio),
        interval(Outcome::cost));
  }
}
