/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.collect.ImmutableList;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.replay.ColdStart;
import io.aquatope.replay.NamedPolicy;
import io.aquatope.replay.Replay;
import io.aquatope.replay.ReplayConfig;
import io.aquatope.replay.result.ReplayResult;
import io.aquatope.successor.KnownFollowers;
import io.aquatope.trace.Trace;
import io.aquatope.trace.reader.TraceReader;
import io.aquatope.tune.ProfileTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Runs workflows under methods over seeds and summarises the results. Each workflow is alone on an
 * invoker with unlimited memory. The seed determines when in their minute requests arrive, which
 * repetitions and start-up times they get, and everything that methods leave to chance.
 */
public final class WorkflowEvaluation {

  private final EvaluationOptions options;
  private final Function<KnownFollowers, PolicyRegistry> policies;
  private final Consumer<String> progress;

  /**
   * @param policies by which a method's policy is chosen, given the known followers of a call
   * @param progress receives lines about the progress
   */
  public WorkflowEvaluation(
      EvaluationOptions options,
      Function<KnownFollowers, PolicyRegistry> policies,
      Consumer<String> progress) {
    this.options = options;
    this.policies = policies;
    this.progress = progress;
  }

  /**
   * Runs the evaluations that the options specify; the same options give the same result.
   *
   * @throws IllegalArgumentException naming the value that cannot be parsed, or if no choice meets
   *     the QoS of a workflow
   */
  public EvaluationResult run() throws IOException {
    ProfileTables profiles = ProfileTables.read(options.profiles());
    List<EvaluatedWorkflow> workflows =
        options.workflows().stream().map(file -> EvaluatedWorkflow.of(file, profiles)).toList();
    List<List<RequestArrivals>> arrivals = new ArrayList<>();
    for (int seed = 0; seed < options.seeds(); seed++) {
      arrivals.add(RequestArrivals.choose(trace(seed), workflows.size()));
    }
    ImmutableList.Builder<MethodRuns> courses = ImmutableList.builder();
    List<EvaluationMethod> methods = options.methods().stream().distinct().sorted().toList();
    for (int w = 0; w < workflows.size(); w++) {
      int workflow = w;
      List<RequestArrivals> bySeed = arrivals.stream().map(all -> all.get(workflow)).toList();
      for (EvaluationMethod method : methods) {
        progress.accept(workflows.get(w).name() + ": " + method.label());
        courses.add(course(workflows.get(w), method, bySeed));
      }
    }
    MethodComparison comparison = new MethodComparison(courses.build(), options.seeds());
    return new EvaluationResult(
        comparison.courses().stream()
            .map(MethodRuns::result)
            .collect(ImmutableList.toImmutableList()),
        methods.stream().map(comparison::summary).collect(ImmutableList.toImmutableList()),
        IntStream.range(0, workflows.size())
            .mapToObj(w -> describe(workflows.get(w), arrivals.get(0).get(w)))
            .collect(ImmutableList.toImmutableList()));
  }

  private Trace trace(int seed) throws IOException {
    return TraceReader.newBuilder()
        .seed(seed)
        .options(options.reading())
        .build()
        .read(options.traces())
        .trace();
  }

  private static String describe(EvaluatedWorkflow workflow, RequestArrivals arrivals) {
    return String.format(
        Locale.ROOT,
        "%s: %,d requests as to %s",
        workflow.name(),
        arrivals.micros().length(),
        arrivals.function());
  }

  private MethodRuns course(
      EvaluatedWorkflow workflow, EvaluationMethod method, List<RequestArrivals> arrivals) {
    return new MethodRuns(
        workflow,
        method,
        IntStream.range(0, arrivals.size())
            .parallel()
            .mapToObj(seed -> run(workflow, method, arrivals.get(seed), seed))
            .collect(ImmutableList.toImmutableList()));
  }

  private MethodOutcome run(
      EvaluatedWorkflow workflow, EvaluationMethod method, RequestArrivals arrivals, long seed) {
    WorkflowWorkload workload =
        new WorkflowWorkload(
            workflow.name(),
            workflow.measured(),
            arrivals,
            () -> method.strategy(workflow, seed),
            seed);
    ReplayConfig config = new ReplayConfig(ReplayConfig.UNLIMITED, 1, ColdStart.DEFAULT, seed);
    PolicyRegistry known =
        policies.apply(method.knowsGraph() ? workload.followers() : KnownFollowers.NONE);
    ReplayResult replayed =
        new Replay(workflow.name(), workload, config)
            .run(NamedPolicy.parse(method.policy(), known), PolicySettings.DEFAULT, ended -> {});
    return workload
        .tally()
        .outcome(replayed.memory().totalGbSeconds(), workflow.measured().problem().prices());
  }
}
