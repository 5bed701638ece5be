/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.Oracle;
import io.aquatope.models.workflow.WorkflowRun;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Scores a method's recommendations by all measurements of a workflow. */
final class RecommendationScorer {

  private final MeasuredWorkflow workflow;
  private final Oracle.Solution oracle;
  private final Map<Choice, Verdict> verdicts = new HashMap<>();

  /**
   * Score of a recommendation.
   *
   * @param costOverOracle its true cost over the oracle's
   * @param feasible whether it truly meets the latency quantile
   */
  record Verdict(double costOverOracle, boolean feasible) {}

  /**
   * Scorer of one workflow.
   *
   * @param name of the workflow, for the message
   * @throws IllegalArgumentException if no choice meets QoS
   */
  RecommendationScorer(String name, MeasuredWorkflow workflow) {
    this.workflow = workflow;
    oracle =
        Oracle.solve(workflow)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        String.format(
                            Locale.ROOT,
                            "%s: no choice of measured configurations meets qos = %s s",
                            name,
                            workflow.problem().qosSeconds())));
  }

  MeasuredWorkflow workflow() {
    return workflow;
  }

  Oracle.Solution oracle() {
    return oracle;
  }

  Verdict verdict(Choice choice) {
    return verdicts.computeIfAbsent(
        choice, c -> new Verdict(workflow.cost(c) / oracle.cost(), workflow.feasible(c)));
  }

  boolean broken(WorkflowRun run) {
    return workflow.problem().broken(run.latency(workflow.problem().graph()));
  }
}
