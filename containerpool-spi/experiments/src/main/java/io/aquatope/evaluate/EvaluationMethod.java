/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.baseline.FixedTuner;
import io.aquatope.models.workflow.search.CompositeTuner;
import io.aquatope.tune.TuningMethod;
import java.util.Arrays;
import java.util.List;

/**
 * The ways to run workflows that are compared, the default first: a policy for containers and a
 * method for their CPU and memory.
 */
public enum EvaluationMethod {
  /**
   * This project's policy, tuner, and price of held memory. The policy spends three times as much
   * on a second of delay as where delay is all that counts: here a cold start may break QoS.
   */
  DEFAULT("default", "aquatope:300", true),
  /** OpenWhisk with nothing set: keep-alive of ten minutes, 256 MB, CPU by memory. */
  OPENWHISK("openwhisk", "openwhisk", false),
  /** Pool and black-box Bayesian optimisation of the AQUATOPE paper. */
  AQUATOPE_PAPER("aquatope-paper", "aquatope-paper", false),
  /** OpenWhisk's pool, CPU scaled by utilisation. */
  AUTOSCALE("autoscale", "openwhisk", false),
  /** OpenWhisk's pool, Bayesian optimisation without a noise model. */
  CLITE("clite", "openwhisk", false),
  /** OpenWhisk's pool, greedy tuning along the critical path. */
  AARC("aarc", "openwhisk", true),
  /** Knows requests and measurements beforehand: the floor. */
  ORACLE("oracle", "clairvoyant", true);

  /** Requests that a search may use to learn. */
  private static final int EVALUATIONS = 70;

  /** Of the default, which leaves the rest to be learnt from what breaks QoS. */
  private static final int CAUTIOUS_EVALUATIONS = 18;

  /** The default of {@code whisk.aquatope.tune.violation-share}. */
  private static final double MARGIN = 0.4;

  private final String label;
  private final String policy;
  private final boolean knowsGraph;

  EvaluationMethod(String label, String policy, boolean knowsGraph) {
    this.label = label;
    this.policy = policy;
    this.knowsGraph = knowsGraph;
  }

  /**
   * The method of this name.
   *
   * @throws IllegalArgumentException if there is none, naming those that there are
   */
  public static EvaluationMethod named(String name) {
    return Arrays.stream(values())
        .filter(m -> m.label.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown method '" + name + "'; expected one of " + labels()));
  }

  /** The names of all methods. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(EvaluationMethod::label).toList();
  }

  public String label() {
    return label;
  }

  /** The pool's policy, as it is written on the command line. */
  String policy() {
    return policy;
  }

  /** Whether it knows the stages of a workflow and how they depend on each other. */
  boolean knowsGraph() {
    return knowsGraph;
  }

  TuningStrategy steering(EvaluatedWorkflow workflow, long seed) {
    WorkflowProblem problem = workflow.measured().problem();
    return switch (this) {
      case DEFAULT -> heldMemorySearch(workflow, seed);
      case OPENWHISK -> new ContinuousTuning(new FixedTuner(OpenWhiskDefaults.of(problem)));
      case AQUATOPE_PAPER -> search(TuningMethod.AQUATOPE_PAPER, workflow, seed);
      case AUTOSCALE ->
          new ContinuousTuning(TuningMethod.AUTOSCALE.tuner(problem, workflow.best(), seed));
      case CLITE -> search(TuningMethod.CLITE, workflow, seed);
      case AARC -> search(TuningMethod.AARC, workflow, seed);
      case ORACLE -> new ContinuousTuning(new FixedTuner(workflow.best()));
    };
  }

  /** One proposal at a time, so that each knows of the one before. */
  private static TuningStrategy heldMemorySearch(EvaluatedWorkflow workflow, long seed) {
    WorkflowProblem problem = workflow.measured().problem();
    FixedMemoryTuner tuner =
        new FixedMemoryTuner(problem.planned(MARGIN), planned -> new CompositeTuner(planned, seed));
    BatchTuning search =
        new BatchTuning(
            new ObservedMemoryTuner(problem, tuner),
            TuningMethod.DEFAULT.batch(),
            1,
            CAUTIOUS_EVALUATIONS,
            WorkflowRequest::withoutStarts);
    return new FixedMemorySearch(search, tuner, problem);
  }

  private static TuningStrategy search(TuningMethod tuning, EvaluatedWorkflow workflow, long seed) {
    return new BatchTuning(
        tuning.tuner(workflow.measured().problem(), workflow.best(), seed),
        tuning.batch(),
        tuning.batch(),
        EVALUATIONS,
        WorkflowRequest::observed);
  }
}
