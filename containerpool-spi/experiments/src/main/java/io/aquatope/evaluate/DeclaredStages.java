/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.WorkflowProblem;
import io.aquatope.pool.Activation;
import io.aquatope.successor.KnownFollower;
import io.aquatope.successor.KnownFollowers;
import io.aquatope.successor.LaterStages;
import io.aquatope.successor.LaterStages.Later;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The following stages that a registered workflow declares to the pool: the stages, in the
 * configuration that the request runs them in, and the time until each begins. Times are means over
 * the requests that have ended.
 */
final class DeclaredStages implements KnownFollowers {

  private static final double MICROS = 1e6;

  private final WorkflowProblem problem;
  private final StageFunctions functions;
  private final LongFunction<WorkflowRequest> requests;
  private final double[] seconds;
  private int ended;
  private List<List<Later>> later;

  /**
   * @param requests the running requests, by root
   */
  DeclaredStages(
      WorkflowProblem problem, StageFunctions functions, LongFunction<WorkflowRequest> requests) {
    this.problem = problem;
    this.functions = functions;
    this.requests = requests;
    seconds = new double[problem.size()];
    later = LaterStages.of(problem.graph(), seconds, problem.qosSeconds());
  }

  /** Records a request that has ended. */
  void ended(WorkflowRequest request) {
    ended++;
    List<StageRun> runs = request.withoutStarts().stages();
    for (int s = 0; s < seconds.length; s++) {
      seconds[s] += (runs.get(s).seconds() - seconds[s]) / ended;
    }
    later = LaterStages.of(problem.graph(), seconds, problem.qosSeconds());
  }

  @Override
  public List<KnownFollower> of(Activation activation) {
    WorkflowRequest request = requests.apply(activation.root());
    return later.get(functions.stage(activation.function().id())).stream()
        .map(next -> follower(next, request))
        .toList();
  }

  private KnownFollower follower(Later next, WorkflowRequest request) {
    int function = functions.index(next.stage(), request.choice().get(next.stage()));
    double instances = KnownFollower.DECLARED + ended;
    return new KnownFollower(
        functions.all().get(function).spec(),
        instances,
        instances,
        Math.round(next.seconds() * MICROS),
        ended);
  }
}
