/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import com.google.common.primitives.ImmutableLongArray;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.pool.StartKind;
import io.aquatope.replay.ReplayWorkload;
import io.aquatope.successor.KnownFollowers;
import io.aquatope.trace.TraceFunction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Requests for a workflow. Each request gets its configurations when it arrives, and with them one
 * measured repetition of each stage. The seed and the number of the request determine the
 * repetition, so methods that choose the same configurations see the same runs. A stage begins when
 * all stages that it waits for have ended.
 */
final class WorkflowWorkload implements ReplayWorkload {

  private final String name;
  private final MeasuredWorkflow measured;
  private final RequestArrivals arrivals;
  private final Supplier<TuningStrategy> newSteering;
  private final long seed;

  private final WorkflowProblem problem;
  private final StageFunctions functions;
  private final int[] firstStages;
  private final DeclaredStages declared;
  private final TuningStrategy steering;
  private final Map<Integer, WorkflowRequest> open = new HashMap<>();
  private final RequestStats tally = new RequestStats();
  private Choice present;

  WorkflowWorkload(
      String name,
      MeasuredWorkflow measured,
      RequestArrivals arrivals,
      Supplier<TuningStrategy> newSteering,
      long seed) {
    this.name = name;
    this.measured = measured;
    this.arrivals = arrivals;
    this.newSteering = newSteering;
    this.seed = seed;
    problem = measured.problem();
    functions = new StageFunctions(name, problem);
    firstStages =
        IntStream.range(0, problem.size())
            .filter(s -> problem.graph().predecessors().get(s).isEmpty())
            .toArray();
    declared = new DeclaredStages(problem, functions, root -> request(activation((int) root, 0)));
    steering = newSteering.get();
    present = problem.mostGenerous();
  }

  /** The follower predictions available to a policy that knows this workflow's graph. */
  KnownFollowers followers() {
    return declared;
  }

  /** The statistics of the requests that have ended. */
  RequestStats tally() {
    return tally;
  }

  @Override
  public ReplayWorkload afresh() {
    return new WorkflowWorkload(name, measured, arrivals, newSteering, seed);
  }

  @Override
  public long durationMicros() {
    return arrivals.durationMicros();
  }

  @Override
  public List<TraceFunction> functions() {
    return functions.all();
  }

  @Override
  public int size() {
    return Math.multiplyExact(arrivals.micros().length(), problem.size());
  }

  @Override
  public int arrivals() {
    return arrivals.micros().length() * firstStages.length;
  }

  @Override
  public long arrivalMicros(int index) {
    ImmutableLongArray micros = arrivals.micros();
    return micros.get(index / firstStages.length);
  }

  @Override
  public int arrival(int index) {
    return activation(index / firstStages.length, firstStages[index % firstStages.length]);
  }

  private int activation(int request, int stage) {
    return request * problem.size() + stage;
  }

  private int stage(int activation) {
    return activation % problem.size();
  }

  private WorkflowRequest request(int activation) {
    return Objects.requireNonNull(
        open.get(activation / problem.size()), "an activation that is not on its way");
  }

  @Override
  public void arrived(int activation, long nowMicros) {
    open.computeIfAbsent(activation / problem.size(), request -> begin(request, nowMicros))
        .stageArrived(stage(activation), nowMicros);
  }

  private WorkflowRequest begin(int request, long nowMicros) {
    present = steering.choose(nowMicros);
    // Scrambled twice: streams of neighbouring seeds must not overlap.
    long stream = new SplittableRandom(seed).nextLong() + request;
    SplittableRandom random = new SplittableRandom(new SplittableRandom(stream).nextLong());
    return new WorkflowRequest(problem.graph(), present, measured.run(present, random), nowMicros);
  }

  @Override
  public int functionIndex(int activation) {
    int stage = stage(activation);
    return functions.index(stage, request(activation).choice().get(stage));
  }

  @Override
  public long root(int activation) {
    return activation / problem.size();
  }

  @Override
  public long runMicros(int activation) {
    return request(activation).runMicros(stage(activation));
  }

  @Override
  public void started(int activation, StartKind start, long nowMicros, long runsFromMicros) {
    int stage = stage(activation);
    WorkflowRequest request = request(activation);
    request.stageRuns(stage, runsFromMicros);
    tally.started(start);
    if (start != StartKind.PREPARING) { // counted when the preparation began
      tally.usesCpu(cores(stage, request.choice()), runsFromMicros - nowMicros);
    }
    tally.usesCpu(cores(stage, request.choice()), request.runMicros(stage));
  }

  @Override
  public void preparing(TraceFunction function, long micros) {
    tally.usesCpu(cores(functions.stage(function.spec().id()), present), micros);
  }

  private double cores(int stage, Choice choice) {
    StageConfiguration configuration =
        problem.stages().get(stage).candidates().get(choice.get(stage));
    return configuration.cores();
  }

  @Override
  public void ended(int activation, long nowMicros, Arrivals followers) {
    int number = activation / problem.size();
    WorkflowRequest request = request(activation);
    request.stageEnded(
        stage(activation), nowMicros, next -> followers.add(activation(number, next), nowMicros));
    if (request.hasEnded()) {
      open.remove(number);
      tally.ended(problem.broken(request.latencySeconds()));
      declared.ended(request);
      steering.ended(request);
    }
  }
}
