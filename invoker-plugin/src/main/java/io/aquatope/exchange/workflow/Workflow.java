/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.aquatope.exchange.Expect;
import io.aquatope.models.workflow.WorkflowGraph;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A workflow and its target. One of other stages or another target is a new version.
 *
 * @param name its name
 * @param qosMs end-to-end latency, in milliseconds, that {@code quantile} of the instances keep
 * @param cpuSecond price of one core for one second
 * @param gbSecond price of one GiB for one second
 * @param stages each after those it waits for; each of another action, as limits are the actions'
 */
public record Workflow(
    String name,
    long qosMs,
    double quantile,
    double cpuSecond,
    double gbSecond,
    List<Stage> stages,
    TuningRules rules) {

  private static final int MOST_STAGES = 100;

  public Workflow {
    Expect.text("name", name);
    Expect.that(qosMs > 0, "qosMs", qosMs, "more than 0");
    Expect.that(quantile > 0 && quantile < 1, "quantile", quantile, "more than 0, less than 1");
    Expect.notNegative("cpuSecond", cpuSecond);
    Expect.notNegative("gbSecond", gbSecond);
    stages = List.copyOf(stages);
    Expect.that(
        !stages.isEmpty() && stages.size() <= MOST_STAGES,
        "stages",
        stages.size(),
        "1 to " + MOST_STAGES);
    for (int s = 0; s < stages.size(); s++) {
      int own = s;
      Stage stage = stages.get(s);
      Expect.that(
          stage.after().stream().allMatch(before -> before >= 0 && before < own),
          "stages[" + s + "].after",
          stage.after(),
          "numbers of stages before");
    }
    List<String> actions = stages.stream().map(Stage::action).toList();
    Expect.that(
        actions.stream().distinct().count() == actions.size(),
        "stages",
        actions,
        "each action once: what runs several times is one stage with repeat");
  }

  /** By which observations tell which version they belong to. */
  @JsonIgnore
  public String version() {
    return Fingerprint.of(this);
  }

  /** The order of the stages, for models. */
  public WorkflowGraph graph() {
    return new WorkflowGraph(
        stages.stream()
            .map(stage -> ImmutableIntArray.copyOf(stage.after()))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The share of the instances for which tuning plans to keep the target. */
  public double plannedQuantile() {
    return 1 - (1 - quantile) * rules.margin();
  }

  /** How often it runs which action. */
  public Map<String, Integer> runs() {
    return stages.stream().collect(Collectors.toUnmodifiableMap(Stage::action, Stage::repeat));
  }

  /** Every stage with the largest limit. */
  List<Integer> mostGenerous() {
    return Collections.nCopies(stages.size(), rules.milliCores().size() - 1);
  }

  /** Whether {@code choice} names one of the limits for each stage. */
  public boolean admits(List<Integer> choice) {
    return choice.size() == stages.size()
        && choice.stream().allMatch(c -> c >= 0 && c < rules.milliCores().size());
  }

  /** The limits of a choice, in thousandths of a core. */
  public List<Integer> milliCores(List<Integer> choice) {
    return choice.stream().map(rules.milliCores()::get).toList();
  }

  /** The number of the stage that runs an action, -1 if none does. */
  public int stageOf(String action) {
    return IntStream.range(0, stages.size())
        .filter(s -> stages.get(s).action().equals(action))
        .findFirst()
        .orElse(-1);
  }
}
