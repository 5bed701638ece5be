/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.baseline.FixedTuner;
import io.aquatope.models.workflow.search.CompositeTuner;
import io.aquatope.tune.TuningMethod;
import java.util.Arrays;
import java.util.List;

/**
 * The methods that are compared, the default first. A method is a policy for containers and a way
 * to choose their CPU and memory.
 */
public enum EvaluationMethod {
  /**
   * This project's policy, tuner, and price of held memory. The policy spends three times as much
   * on a second of delay as where delay is the only cost, because here a cold start may violate
   * QoS.
   */
  DEFAULT("default", "aquatope:300", true),
  /**
   * OpenWhisk with its defaults: keep-alive of ten minutes, 256 MB, CPU in proportion to memory.
   */
  OPENWHISK("openwhisk", "openwhisk", false),
  /** Pool and black-box Bayesian optimisation of the AQUATOPE paper. */
  AQUATOPE_PAPER("aquatope-paper", "aquatope-paper", false),
  /** OpenWhisk's pool, CPU scaled by utilisation. */
  AUTOSCALE("autoscale", "openwhisk", false),
  /** OpenWhisk's pool, Bayesian optimisation without a noise model. */
  CLITE("clite", "openwhisk", false),
  /** OpenWhisk's pool, greedy tuning along the critical path. */
  AARC("aarc", "openwhisk", true),
  /** Knows requests and measurements beforehand: the lower bound. */
  ORACLE("oracle", "clairvoyant", true);

  /** Requests that a search may use to learn. */
  private static final int EVALUATIONS = 70;

  /** Evaluations of the default, which learns the rest from requests that violate QoS. */
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
   * @throws IllegalArgumentException if the name is unknown; the message lists the known names
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

  /** Whether the method knows the stages of a workflow and their dependencies. */
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

  /**
   * Asks for one proposal at a time, so that each takes the result of the one before into account.
   */
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
