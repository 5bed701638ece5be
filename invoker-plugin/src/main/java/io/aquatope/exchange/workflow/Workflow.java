/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.aquatope.exchange.FieldChecks;
import io.aquatope.models.workflow.WorkflowGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A workflow and its target. A change of its stages or its target makes a new version.
 *
 * @param name for a workflow that a namespace declares, the action that carries the annotation
 * @param owner whose actions it tunes; stages of other owners keep their limits
 * @param qosMs target of the end-to-end latency, in milliseconds, for {@code quantile} of the
 *     instances
 * @param cpuSecond price of one core for one second
 * @param gbSecond price of one GiB for one second
 * @param stages each after those it waits for; each runs another action, as limits belong to
 *     actions
 * @param callers for a workflow of the operator, the namespaces whose calls are instances of it, in
 *     addition to those that own one of its stages; {@value #ANY_CALLER} alone for all. Left out of
 *     messages if empty
 */
public record Workflow(
    String name,
    WorkflowOwner owner,
    long qosMs,
    double quantile,
    double cpuSecond,
    double gbSecond,
    List<WorkflowStage> stages,
    TuningRules rules,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> callers) {

  /** The caller that stands for all namespaces. No namespace of OpenWhisk has this name. */
  public static final String ANY_CALLER = "*";

  /** Maximum number of namespaces that one workflow lists. All invokers keep an index for each. */
  public static final int MOST_CALLERS = 100;

  /** Name of the value that stands for a missing field {@code callers}. */
  public static final String NO_CALLERS = "callers";

  /**
   * Maximum number of known workflows from all sources. All readers of the log have the same limit.
   */
  public static final int MOST_KNOWN = 4_000;

  /** Twice OpenWhisk's maximum for a sequence. */
  public static final int MOST_STAGES = 100;

  /** The choice for a stage that is not tuned. Its action keeps the limit that its owner set. */
  private static final int UNTOUCHED = 0;

  @JsonCreator
  public Workflow(
      @JsonProperty("name") String name,
      @JsonProperty("owner") WorkflowOwner owner,
      @JsonProperty("qosMs") long qosMs,
      @JsonProperty("quantile") double quantile,
      @JsonProperty("cpuSecond") double cpuSecond,
      @JsonProperty("gbSecond") double gbSecond,
      @JsonProperty("stages") List<WorkflowStage> stages,
      @JsonProperty("rules") TuningRules rules,
      @JsonProperty("callers") @JacksonInject(value = NO_CALLERS, useInput = OptBoolean.TRUE)
          List<String> callers) {
    FieldChecks.text("name", name);
    FieldChecks.that(
        owner.rules(name),
        "name",
        name,
        "an action of its owner '%s'".formatted(owner.namespace()));
    FieldChecks.that(qosMs > 0, "qosMs", qosMs, "more than 0");
    FieldChecks.that(
        quantile > 0 && quantile < 1, "quantile", quantile, "more than 0, less than 1");
    FieldChecks.notNegative("cpuSecond", cpuSecond);
    FieldChecks.notNegative("gbSecond", gbSecond);
    checkStages(stages);
    checkCallers(owner, callers);
    this.name = name;
    this.owner = owner;
    this.qosMs = qosMs;
    this.quantile = quantile;
    this.cpuSecond = cpuSecond;
    this.gbSecond = gbSecond;
    this.stages = List.copyOf(stages);
    this.rules = rules;
    this.callers = callers.stream().distinct().sorted().toList();
  }

  /** A workflow whose instances are calls of its owners only. */
  public Workflow(
      String name,
      WorkflowOwner owner,
      long qosMs,
      double quantile,
      double cpuSecond,
      double gbSecond,
      List<WorkflowStage> stages,
      TuningRules rules) {
    this(name, owner, qosMs, quantile, cpuSecond, gbSecond, stages, rules, List.of());
  }

  private static void checkStages(List<WorkflowStage> stages) {
    FieldChecks.that(
        !stages.isEmpty() && stages.size() <= MOST_STAGES,
        "stages",
        stages.size(),
        "1 to " + MOST_STAGES);
    for (int s = 0; s < stages.size(); s++) {
      int own = s;
      WorkflowStage stage = stages.get(s);
      FieldChecks.that(
          stage.after().stream().allMatch(before -> before >= 0 && before < own),
          "stages[" + s + "].after",
          stage.after(),
          "numbers of stages before");
    }
    List<String> actions = stages.stream().map(WorkflowStage::action).toList();
    FieldChecks.that(
        actions.stream().distinct().count() == actions.size(),
        "stages",
        actions,
        "each action once: an action that runs several times is one stage with repeat");
  }

  private static void checkCallers(WorkflowOwner owner, List<String> callers) {
    FieldChecks.that(
        owner.isOperator() || callers.isEmpty(),
        "callers",
        callers,
        "none: only the operator's workflows take calls of other namespaces");
    FieldChecks.that(
        callers.size() <= MOST_CALLERS, "callers", callers.size(), "at most " + MOST_CALLERS);
    for (String caller : callers) {
      FieldChecks.text("callers", caller);
      FieldChecks.that(
          caller.indexOf('/') < 0 && (!caller.equals(ANY_CALLER) || callers.size() == 1),
          "callers",
          caller,
          "names of namespaces, or only " + ANY_CALLER);
    }
  }

  /**
   * The namespaces whose calls are instances of it, or {@value #ANY_CALLER} alone for all. Without
   * this restriction, anybody who calls public actions in the order of its stages could feed
   * latencies into its tuning.
   */
  public Set<String> admitted() {
    if (!owner.isOperator()) {
      return Set.of(owner.namespace());
    }
    if (callers.contains(ANY_CALLER)) {
      return Set.of(ANY_CALLER);
    }
    return Stream.concat(
            callers.stream(),
            stages.stream().map(stage -> WorkflowOwner.namespaceOf(stage.action())))
        .filter(namespace -> !namespace.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Id of the version, which observations refer to. */
  @JsonIgnore
  public String version() {
    return WorkflowFingerprint.of(this);
  }

  /** The order of the stages, for models. */
  public WorkflowGraph graph() {
    return new WorkflowGraph(
        stages.stream()
            .map(stage -> ImmutableIntArray.copyOf(stage.after()))
            .collect(ImmutableList.toImmutableList()));
  }

  /** The share of the instances for which tuning plans to meet the target. */
  public double plannedQuantile() {
    return 1 - (1 - quantile) * rules.margin();
  }

  /** Number of runs of each action in an instance. */
  public Map<String, Integer> runs() {
    return stages.stream()
        .collect(Collectors.toUnmodifiableMap(WorkflowStage::action, WorkflowStage::repeat));
  }

  /** Whether the workflow may set the limits of a stage. The choice for any other stage is 0. */
  public boolean tunes(int stage) {
    return owner.rules(stages.get(stage).action());
  }

  /** Whether any stage is tuned. */
  public boolean tunesAny() {
    return IntStream.range(0, stages.size()).anyMatch(this::tunes);
  }

  /** The choice of the largest limit for every tuned stage. */
  List<Integer> mostGenerous() {
    return IntStream.range(0, stages.size())
        .mapToObj(s -> tunes(s) ? rules.milliCores().size() - 1 : UNTOUCHED)
        .toList();
  }

  /** Whether {@code choice} names a valid limit for each tuned stage. */
  public boolean admits(List<Integer> choice) {
    return choice.size() == stages.size()
        && IntStream.range(0, choice.size())
            .allMatch(
                s ->
                    choice.get(s) == UNTOUCHED
                        || (tunes(s)
                            && choice.get(s) > 0
                            && choice.get(s) < rules.milliCores().size()));
  }

  /** The limits of a choice, in thousandths of a core; 0 for a stage that is not tuned. */
  public List<Integer> milliCores(List<Integer> choice) {
    return IntStream.range(0, choice.size())
        .mapToObj(s -> tunes(s) ? rules.milliCores().get(choice.get(s)) : UNTOUCHED)
        .toList();
  }

  /** The number of the stage that runs an action; -1 if none does. */
  public int stageOf(String action) {
    return IntStream.range(0, stages.size())
        .filter(s -> stages.get(s).action().equals(action))
        .findFirst()
        .orElse(-1);
  }
}
