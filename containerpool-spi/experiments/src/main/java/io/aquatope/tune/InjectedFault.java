/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.MeasuredStage;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.trace.input.NamedOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Faults of a workflow while it is tuned. */
public enum InjectedFault implements NamedOption {
  /** No fault: the workflow behaves as measured. */
  NONE("none"),
  /** In one run of five, one stage takes five times as long, whatever its configuration. */
  OUTLIERS("outliers") {
    @Override
    WorkflowRun disturb(WorkflowRun run, SplittableRandom random) {
      boolean strikes = random.nextDouble() < 0.2;
      int victim = random.nextInt(run.stages().size());
      if (!strikes) {
        return run;
      }
      List<StageRun> stages = new ArrayList<>(run.stages());
      StageRun struck = stages.get(victim);
      stages.set(
          victim, new StageRun(5 * struck.seconds(), struck.succeeded(), struck.startSeconds()));
      return new WorkflowRun(ImmutableList.copyOf(stages));
    }
  },
  /** From half of the evaluations on, all stages take twice as long. */
  DRIFT("drift") {
    @Override
    MeasuredWorkflow later(MeasuredWorkflow workflow) {
      return changed(
          workflow,
          workflow.stages().size(),
          (configuration, run) ->
              new StageRun(2 * run.seconds(), run.succeeded(), run.startSeconds()));
    }
  },
  /**
   * From half of the evaluations on, the first stage fails in configurations with less than nine
   * tenths of the memory of its most generous one.
   */
  FAILING_STAGE("failing-stage") {
    @Override
    MeasuredWorkflow later(MeasuredWorkflow workflow) {
      double needed =
          0.9
              * workflow.problem().stages().get(0).candidates().stream()
                  .mapToDouble(StageConfiguration::memoryGib)
                  .max()
                  .orElseThrow();
      return changed(
          workflow,
          1,
          (configuration, run) ->
              new StageRun(
                  run.seconds(),
                  run.succeeded() && configuration.memoryGib() >= needed,
                  run.startSeconds()));
    }
  };

  private final String label;

  InjectedFault(String label) {
    this.label = label;
  }

  /** The fault of this name. */
  public static InjectedFault named(String name) {
    return NamedOption.parse(InjectedFault.class, "unknown fault", name);
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

  /** Applies the fault to a run. */
  WorkflowRun disturb(WorkflowRun run, SplittableRandom random) {
    return run;
  }

  /** The workflow that runs in the second half of the evaluations. */
  MeasuredWorkflow later(MeasuredWorkflow workflow) {
    return workflow;
  }

  /** The same workflow with each measurement of its first stages changed. */
  private static MeasuredWorkflow changed(
      MeasuredWorkflow workflow,
      int firstStages,
      BiFunction<StageConfiguration, StageRun, StageRun> change) {
    List<MeasuredStage> stages = new ArrayList<>(workflow.stages());
    for (int s = 0; s < firstStages; s++) {
      MeasuredStage stage = stages.get(s);
      ImmutableList.Builder<ImmutableList<StageRun>> repetitions = ImmutableList.builder();
      for (int c = 0; c < stage.space().size(); c++) {
        StageConfiguration configuration = stage.space().candidates().get(c);
        repetitions.add(
            stage.repetitions().get(c).stream()
                .map(run -> change.apply(configuration, run))
                .collect(ImmutableList.toImmutableList()));
      }
      stages.set(s, new MeasuredStage(stage.space(), repetitions.build(), stage.repeat()));
    }
    return new MeasuredWorkflow(workflow.problem(), stages);
  }
}
