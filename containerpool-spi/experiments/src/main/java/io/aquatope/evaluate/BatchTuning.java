/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowRun;
import io.aquatope.models.workflow.WorkflowTuner;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets a tuner try its proposals on live requests, one batch at a time, until its evaluations are
 * used up. Requests that arrive while a batch is running, and all requests after the last batch,
 * run with the tuner's recommendation.
 */
final class BatchTuning implements TuningStrategy {

  private final WorkflowTuner tuner;
  private final int batch;
  private int nextBatch;
  private final Function<WorkflowRequest, WorkflowRun> view;
  private final Deque<Choice> proposals = new ArrayDeque<>();

  /**
   * Proposals that requests run with now. Equal proposals are distinct, so identity is compared.
   */
  private final Set<Choice> tried = Collections.newSetFromMap(new IdentityHashMap<>());

  private int evaluationsLeft;
  private @Nullable Choice recommended;

  /**
   * @param opening number of proposals in the first batch, when nothing is known
   * @param batch number of proposals in each later batch
   * @param evaluations how many requests may be used to learn
   * @param view the part of a request that the tuner receives
   */
  BatchTuning(
      WorkflowTuner tuner,
      int opening,
      int batch,
      int evaluations,
      Function<WorkflowRequest, WorkflowRun> view) {
    this.tuner = tuner;
    this.batch = batch;
    nextBatch = opening;
    this.view = view;
    evaluationsLeft = evaluations;
  }

  @Override
  public Choice choose(long nowMicros) {
    if (proposals.isEmpty() && tried.isEmpty() && evaluationsLeft > 0) {
      tuner.review();
      for (Choice proposal : tuner.ask(Math.min(nextBatch, evaluationsLeft))) {
        proposals.add(new Choice(proposal.candidates()));
      }
      nextBatch = batch;
      evaluationsLeft -= proposals.size();
    }
    Choice proposal = proposals.poll();
    if (proposal != null) {
      tried.add(proposal);
      return proposal;
    }
    if (recommended == null) {
      tuner.review();
      recommended = tuner.recommend();
    }
    return recommended;
  }

  @Override
  public void ended(WorkflowRequest request) {
    if (tried.remove(request.choice())) {
      learn(request);
    }
  }

  /** Whether a request runs with a proposal. */
  boolean isTrial(WorkflowRequest request) {
    return tried.contains(request.choice());
  }

  /** Reports a request to the tuner, whatever configurations it ran with. */
  void learn(WorkflowRequest request) {
    tuner.tell(request.choice(), view.apply(request));
    recommended = null;
  }
}
