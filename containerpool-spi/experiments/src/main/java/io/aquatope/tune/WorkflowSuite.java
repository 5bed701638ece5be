/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.aquatope.models.workflow.MeasuredStage;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.WorkflowProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Random workflows over tables of measurements: one to {@value #MAX_STAGES} stages in turn, random
 * graphs, and QoS targets of several times the shortest latency quantile that any choice reaches.
 * Each function has the same probability, however many tables it has. Tables of fewer than {@value
 * #MIN_CONFIGURATIONS} configurations leave too little choice and are skipped.
 */
final class WorkflowSuite {

  static final int MAX_STAGES = 8;
  static final int MIN_CONFIGURATIONS = 10;

  private static final double JOIN = 0.3;
  private static final double CHAIN = 0.5;

  private final ProfileTables profiles;
  private final List<List<ProfileKey>> tablesByFunction;
  private final double[] qosOverShortest;
  private final SplittableRandom random;

  /**
   * A named workflow of a suite.
   *
   * @param name number, stages and tightness of QoS
   */
  record Member(String name, MeasuredWorkflow workflow) {}

  /**
   * A suite.
   *
   * @param qosOverShortest QoS targets over the shortest latency quantile, drawn in equal shares
   */
  WorkflowSuite(ProfileTables profiles, double[] qosOverShortest, long seed) {
    this.profiles = profiles;
    this.qosOverShortest = qosOverShortest.clone();
    Map<String, List<ProfileKey>> byFunction =
        profiles.keys().stream()
            .filter(key -> profiles.table(key).size() >= MIN_CONFIGURATIONS)
            .collect(
                Collectors.groupingBy(ProfileKey::function, TreeMap::new, Collectors.toList()));
    if (byFunction.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the profiles have no table of at least %d configurations",
              MIN_CONFIGURATIONS));
    }
    tablesByFunction = List.copyOf(byFunction.values());
    random = new SplittableRandom(seed);
  }

  List<Member> draw(int count) {
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int stages = 1 + i % MAX_STAGES;
      double tightness = qosOverShortest[random.nextInt(qosOverShortest.length)];
      members.add(
          new Member(
              String.format(Locale.ROOT, "%d: stages %d, QoS x %s", i + 1, stages, tightness),
              workflow(stages, tightness)));
    }
    return members;
  }

  private MeasuredWorkflow workflow(int stages, double tightness) {
    while (true) {
      List<MeasuredStage> measured = new ArrayList<>();
      for (int s = 0; s < stages; s++) {
        List<ProfileKey> tables = tablesByFunction.get(random.nextInt(tablesByFunction.size()));
        measured.add(profiles.stage("stage" + s, tables.get(random.nextInt(tables.size())), 1));
      }
      WorkflowProblem anyTarget =
          new WorkflowProblem(
              graph(stages),
              measured.stream().map(MeasuredStage::space).collect(ImmutableList.toImmutableList()),
              WorkflowFile.PRICES,
              Double.MAX_VALUE,
              WorkflowFile.QUANTILE);
      MeasuredWorkflow unbounded = new MeasuredWorkflow(anyTarget, measured);
      double shortest = unbounded.latencyQuantile(unbounded.fastest());
      if (Double.isFinite(shortest)) {
        return new MeasuredWorkflow(anyTarget.within(tightness * shortest), measured);
      }
    }
  }

  private WorkflowGraph graph(int stages) {
    ImmutableList.Builder<ImmutableIntArray> predecessors = ImmutableList.builder();
    predecessors.add(ImmutableIntArray.of());
    for (int s = 1; s < stages; s++) {
      int first = random.nextDouble() < CHAIN ? s - 1 : random.nextInt(s);
      int second = random.nextDouble() < JOIN ? random.nextInt(s) : first;
      predecessors.add(
          first == second ? ImmutableIntArray.of(first) : ImmutableIntArray.of(first, second));
    }
    return new WorkflowGraph(predecessors.build());
  }
}
