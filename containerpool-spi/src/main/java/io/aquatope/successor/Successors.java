/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.Activation;
import io.aquatope.share.FairShares;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns online which function follows which, and predicts the next calls.
 *
 * <ul>
 *   <li>Within a root: from every stage to all stages after it, with a probability ({@link
 *       SuccessorEdge}), a delay ({@link DelayEstimate}) and a width ({@link FanOutWidths}). So the
 *       last stage is expected from the first stage on, in time for a slow start.
 *   <li>From root to root of one namespace: functions that follow each other too often for chance
 *       ({@link NamespaceNeighbours}).
 * </ul>
 *
 * <p>Stages of a workflow that {@link KnownFollowers} supplies count until as much has been
 * observed locally.
 *
 * <p>An expectation ends when the call comes or its time is over. Its probability falls while the
 * call fails to come, but no stage counts as late while a stage before it is known to run.
 * Namespaces never learn from each other. An action that is updated starts from the statistics of
 * its earlier revision, at reduced weight. Memory is bounded by {@link SuccessorSettings}, and
 * shared fairly between namespaces ({@link FairShares}). A call takes constant time in the number
 * of functions and roots, amortised. Reporting expectations takes time in proportion to their
 * number.
 *
 * <p>Not thread-safe; times are in microseconds of a clock that never goes back.
 */
public final class Successors {

  private final KnownFollowers followers;
  private final ActionNodes nodes;
  private final RootInstances roots;
  private final SuccessorSources sources;
  private boolean endsAreTold;

  /**
   * @param followers followers that are known from other sources
   */
  public Successors(SuccessorSettings settings, KnownFollowers followers) {
    this(settings, followers, () -> {});
  }

  /**
   * @param followers followers that are known from other sources
   * @param release runs when a function, a root or an expectation is dropped because there are too
   *     many
   */
  public Successors(SuccessorSettings settings, KnownFollowers followers, Runnable release) {
    this.followers = followers;
    nodes = new ActionNodes(settings, release);
    roots = new RootInstances(settings, release);
    sources = new SuccessorSources(settings.bounds().roots(), release);
  }

  /** Number of remembered items: functions, roots in flight, and sources of expectations. */
  int size() {
    return nodes.size() + roots.size() + sources.size();
  }

  /** An activation has reached the pool. */
  public void arrived(Activation activation, long nowMicros) {
    roots.closeOver(nowMicros);
    ActionNode node = nodes.note(activation.function(), nowMicros);
    String namespace = activation.function().id().namespace();
    for (KnownFollower follower : followers.of(activation)) {
      if (follower.function().id().namespace().equals(namespace)) {
        node.stages.addPrior(nodes.note(follower.function(), nowMicros), follower, nowMicros);
      }
    }
    RootInstance root = find(activation);
    if (root == null) {
      root = roots.begin(key(activation), endsAreTold);
      expect(node.neighbours.called(node, nowMicros));
    }
    roots.called(root, node, nowMicros);
    expect(root);
  }

  /** An activation that has just arrived waits for its container, until about a given time. */
  public void waits(Activation activation, long untilMicros) {
    RootInstance root = find(activation);
    ActionNode node = nodes.find(activation.function().id());
    if (root != null && node != null) {
      root.waits(node, untilMicros);
    }
  }

  /**
   * An activation has run to its end. Where this is never called, no activation is known to be
   * running still.
   */
  public void ended(Activation activation, long nowMicros) {
    endsAreTold = true;
    RootInstance root = find(activation);
    if (root != null) {
      root.ended(nowMicros);
    }
  }

  private @Nullable RootInstance find(Activation activation) {
    return roots.find(key(activation));
  }

  private static RootInstances.Key key(Activation activation) {
    return new RootInstances.Key(activation.function().id().namespace(), activation.root());
  }

  private void expect(@Nullable SuccessorSource source) {
    if (source != null && source.isPromising()) {
      sources.add(source);
    }
  }

  /** All present expectations, in the order in which their causes began. */
  public List<ExpectedDemand> expected(long nowMicros) {
    List<ExpectedDemand> expected = new ArrayList<>();
    visitExpected(
        nowMicros,
        (function, probability, from, to, count) ->
            expected.add(new ExpectedDemand(function, probability, from, to, count)));
    return expected;
  }

  /** Reports all present expectations, in the order in which their causes began. */
  public void visitExpected(long nowMicros, ExpectedDemand.Visitor visitor) {
    sources.visit(nowMicros, visitor);
  }

  /**
   * Reports the consequences of an activation that has just arrived, and of its root: those of
   * other activations have not changed. Takes time in proportion to the number of expectations,
   * however much is in flight.
   */
  public void visitExpected(Activation activation, long nowMicros, ExpectedDemand.Visitor visitor) {
    RootInstance root = find(activation);
    if (root != null) {
      sources.visit(root, nowMicros, visitor);
    }
    ActionNode node = nodes.find(activation.function().id());
    CallOnset onset = node == null ? null : node.neighbours.begun(node, nowMicros);
    if (onset != null) {
      sources.visit(onset, nowMicros, visitor);
    }
  }
}
