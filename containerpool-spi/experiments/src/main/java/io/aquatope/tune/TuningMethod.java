/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.errorprone.annotations.Immutable;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.models.workflow.WorkflowTuner;
import io.aquatope.models.workflow.baseline.AutoscaleTuner;
import io.aquatope.models.workflow.baseline.CliteTuner;
import io.aquatope.models.workflow.baseline.DescentTuner;
import io.aquatope.models.workflow.baseline.FixedTuner;
import io.aquatope.models.workflow.baseline.PaperTuner;
import io.aquatope.models.workflow.baseline.RandomTuner;
import io.aquatope.models.workflow.baseline.SweepTuner;
import io.aquatope.models.workflow.search.CompositeTuner;
import io.aquatope.trace.input.NamedOption;

/** The methods that can be compared, the default first. */
public enum TuningMethod implements NamedOption {
  /** Gaussian processes per stage, composed along the graph. */
  DEFAULT("default", 1, (problem, oracle, seed) -> new CompositeTuner(problem, seed)),
  /** The default without its defences against outliers and changes in behaviour. */
  NON_ROBUST(
      "default-non-robust", 1, (problem, oracle, seed) -> new CompositeTuner(problem, false, seed)),
  /** Black-box Bayesian optimisation as in the AQUATOPE paper. */
  AQUATOPE_PAPER(
      "aquatope-paper", PaperTuner.BATCH, (problem, oracle, seed) -> new PaperTuner(problem, seed)),
  /** Bayesian optimisation without a noise model. */
  CLITE("clite", 1, (problem, oracle, seed) -> new CliteTuner(problem, seed)),
  /** Gradient descent over all resources in turn. */
  MAFF("maff", 1, (problem, oracle, seed) -> DescentTuner.maff(problem)),
  /** Greedy, stage by stage along the critical path. */
  AARC("aarc", 1, (problem, oracle, seed) -> DescentTuner.aarc(problem)),
  /** CPU in proportion to memory, one size for all. */
  PROPORTIONAL(
      "proportional-to-memory", 1, (problem, oracle, seed) -> SweepTuner.proportional(problem)),
  /** Scaling by CPU utilisation. */
  AUTOSCALE("autoscale", 1, (problem, oracle, seed) -> new AutoscaleTuner(problem)),
  /** A coarse grid, one size for all. */
  GRID("grid", 1, (problem, oracle, seed) -> SweepTuner.grid(problem)),
  /** Uniformly random choices. */
  RANDOM("random", 1, (problem, oracle, seed) -> new RandomTuner(problem, seed)),
  /** The true optimum, known from all measurements. */
  ORACLE("oracle", 1, (problem, oracle, seed) -> new FixedTuner(oracle));

  private final String label;
  private final int batch;
  private final Factory factory;

  TuningMethod(String label, int batch, Factory factory) {
    this.label = label;
    this.batch = batch;
    this.factory = factory;
  }

  /** Factory of a method's tuners. */
  @Immutable
  private interface Factory {

    WorkflowTuner create(WorkflowProblem problem, Choice oracle, long seed);
  }

  /** The method of this name. */
  public static TuningMethod named(String name) {
    return NamedOption.parse(TuningMethod.class, "unknown method", name);
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

  /** Default number of proposals that the method makes at a time. */
  public int batch() {
    return batch;
  }

  /**
   * A tuner of this method.
   *
   * @param oracle the best choice, which only the method {@code ORACLE} uses
   * @param seed of everything that the method leaves to chance
   */
  public WorkflowTuner tuner(WorkflowProblem problem, Choice oracle, long seed) {
    return factory.create(problem, oracle, seed);
  }
}
