/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.primitives.ImmutableIntArray;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The models of a workflow's stages. Stages of one profile share a model, which learns from the
 * runs of both.
 */
public final class StageBeliefs {

  private final List<StageModel> models = new ArrayList<>();
  private final ImmutableIntArray modelOf;
  private List<StagePrediction> latest = List.of(); // empty if runs were added since

  public StageBeliefs(List<StageSpace> stages, boolean defended, SplittableRandom random) {
    Map<StageSpace, Integer> known = new HashMap<>();
    ImmutableIntArray.Builder indexes = ImmutableIntArray.builder();
    for (StageSpace space : stages) {
      int index = known.computeIfAbsent(space.anonymous(), s -> known.size());
      if (index == models.size()) {
        models.add(new StageModel(space, defended, random.split()));
      }
      indexes.add(index);
    }
    modelOf = indexes.build();
  }

  /** For each stage the number of its model. */
  public ImmutableIntArray modelOf() {
    return modelOf;
  }

  /** Records a run; returns whether it shows that a stage has changed its behaviour. */
  public boolean observe(Choice choice, WorkflowRun run) {
    boolean changed = false;
    for (int s = 0; s < modelOf.length(); s++) {
      changed |= models.get(modelOf.get(s)).observe(choice.get(s), run.stages().get(s));
    }
    latest = List.of();
    return changed;
  }

  /** Records a run of one stage outside the workflow. */
  public void recall(int stage, int candidate, StageRun run) {
    models.get(modelOf.get(stage)).recall(candidate, run);
    latest = List.of();
  }

  /** Whether each stage has succeeded at least once, so that all can be predicted. */
  public boolean complete() {
    return models.stream().allMatch(StageModel::hasSucceeded);
  }

  /** Fits the models to all runs so far, unless they are. Each stage must have succeeded. */
  public void fit() {
    if (latest.isEmpty()) {
      models.forEach(StageModel::fit);
      latest = perStage(models.stream().map(StageModel::prediction).toList());
    }
  }

  /** Whether a stage's latest run counts as an outlier, by the latest fit. */
  public boolean latestOutlying() {
    return models.stream().anyMatch(StageModel::latestIsOutlier);
  }

  /** The choice to try for a first success of each stage. */
  public Choice opening() {
    return Choice.of(
        Arrays.stream(modelOf.toArray()).map(model -> models.get(model).opening()).toArray());
  }

  /** Beliefs about each stage, by a fit to all runs so far. */
  public List<StagePrediction> predictions() {
    checkState(!latest.isEmpty(), "a run was added since the latest fit");
    return latest;
  }

  /** Draws a world from the beliefs of the latest fit. */
  public List<StageSample> sample() {
    return perStage(models.stream().map(StageModel::sample).toList());
  }

  private <T> List<T> perStage(List<T> perModel) {
    return IntStream.range(0, modelOf.length())
        .mapToObj(s -> perModel.get(modelOf.get(s)))
        .toList();
  }
}
