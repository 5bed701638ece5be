/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

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
  private List<StagePrediction> latest = List.of();

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

  /** Whether a stage's latest run counts as an outlier. */
  public boolean latestOutlying() {
    predictions();
    return models.stream().anyMatch(StageModel::latestIsOutlier);
  }

  /** The choice to try for a first success of each stage. */
  public Choice opening() {
    return Choice.of(
        Arrays.stream(modelOf.toArray()).map(model -> models.get(model).opening()).toArray());
  }

  /** Present beliefs about each stage. */
  public List<StagePrediction> predictions() {
    if (latest.isEmpty()) {
      latest = perStage(models.stream().map(StageModel::predict).toList());
    }
    return latest;
  }

  /** A world drawn from the beliefs. */
  public List<StageSample> sample() {
    predictions();
    return perStage(models.stream().map(StageModel::sample).toList());
  }

  private <T> List<T> perStage(List<T> perModel) {
    return IntStream.range(0, modelOf.length())
        .mapToObj(s -> perModel.get(modelOf.get(s)))
        .toList();
  }
}
