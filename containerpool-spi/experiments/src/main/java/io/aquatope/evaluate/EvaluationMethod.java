/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.errorprone.annotations.Immutable;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowTuner;
import io.aquatope.models.workflow.baseline.FixedTuner;
import io.aquatope.models.workflow.search.CompositeTuner;
import io.aquatope.trace.input.NamedOption;
import io.aquatope.tune.TuningMethod;

/**
 * The methods that are compared, the default first. A method is a policy for containers and a way
 * to choose their CPU and memory.
 */
public enum EvaluationMethod implements NamedOption {
  /**
   * This project's policy, tuner, and price of held memory. The policy spends three times as much
   * on a second of delay as where delay is the only cost, because here a cold start may violate
   * QoS.
   */
  DEFAULT("default", "aquatope:300", true, EvaluationMethod::heldMemorySearch),
  /**
   * OpenWhisk with its defaults: keep-alive of ten minutes, 256 MB, CPU in proportion to memory.
   */
  OPENWHISK(
      "openwhisk",
      "openwhisk",
      false,
      (workflow, seed) ->
          new ContinuousTuning(
              new FixedTuner(OpenWhiskDefaults.of(workflow.measured().problem())))),
  /** Pool and black-box Bayesian optimisation of the AQUATOPE paper. */
  AQUATOPE_PAPER("aquatope-paper", "aquatope-paper", false, search(TuningMethod.AQUATOPE_PAPER)),
  /** OpenWhisk's pool, CPU scaled by utilisation. */
  AUTOSCALE(
      "autoscale",
      "openwhisk",
      false,
      (workflow, seed) -> new ContinuousTuning(tuner(TuningMethod.AUTOSCALE, workflow, seed))),
  /** OpenWhisk's pool, Bayesian optimisation without a noise model. */
  CLITE("clite", "openwhisk", false, search(TuningMethod.CLITE)),
  /** OpenWhisk's pool, greedy tuning along the critical path. */
  AARC("aarc", "openwhisk", true, search(TuningMethod.AARC)),
  /** Knows requests and measurements beforehand: the lower bound. */
  ORACLE(
      "oracle",
      "clairvoyant",
      true,
      (workflow, seed) -> new ContinuousTuning(new FixedTuner(workflow.best())));

  /** Requests that a search may use to learn. */
  private static final int EVALUATIONS = 70;

  /** Evaluations of the default, which learns the rest from requests that violate QoS. */
  private static final int CAUTIOUS_EVALUATIONS = 18;

  /** The default of {@code whisk.aquatope.tune.violation-share}. */
  private static final double MARGIN = 0.4;

  private final String label;
  private final String policy;
  private final boolean knowsGraph;
  private final Factory factory;

  EvaluationMethod(String label, String policy, boolean knowsGraph, Factory factory) {
    this.label = label;
    this.policy = policy;
    this.knowsGraph = knowsGraph;
    this.factory = factory;
  }

  /** Factory of a method's strategies. */
  @Immutable
  private interface Factory {

    TuningStrategy create(EvaluatedWorkflow workflow, long seed);
  }

  /**
   * The method of this name.
   *
   * @throws IllegalArgumentException if the name is unknown; the message lists the known names
   */
  public static EvaluationMethod named(String name) {
    return NamedOption.parse(EvaluationMethod.class, "unknown method", name);
  }

  @Override
  public String label() {
    return label;
  }

  /** The name that users write, also where the command line lists the constants. */
  @Override
  public String toString() {
    return label;
  }

  /** The pool's policy, as it is written on the command line. */
  String policy() {
    return policy;
  }

  /** Whether the method knows the stages of a workflow and their dependencies. */
  public boolean knowsGraph() {
    return knowsGraph;
  }

  /** A strategy of this method; {@code seed} is that of everything left to chance. */
  TuningStrategy strategy(EvaluatedWorkflow workflow, long seed) {
    return factory.create(workflow, seed);
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

  private static Factory search(TuningMethod tuning) {
    return (workflow, seed) ->
        new BatchTuning(
            tuner(tuning, workflow, seed),
            tuning.batch(),
            tuning.batch(),
            EVALUATIONS,
            WorkflowRequest::observed);
  }

  private static WorkflowTuner tuner(TuningMethod tuning, EvaluatedWorkflow workflow, long seed) {
    return tuning.tuner(workflow.measured().problem(), workflow.best(), seed);
  }
}
