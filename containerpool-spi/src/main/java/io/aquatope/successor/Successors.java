/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.Activation;
import io.aquatope.share.FairShares;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns online which function follows which, and tells which ones are likely to be called next.
 *
 * <ul>
 *   <li>Within a root: from every stage to all stages after it, with a probability ({@link Edge}),
 *       a delay ({@link Delay}) and a width ({@link Widths}). So at the first stage the last one is
 *       expected already, in time for a slow start.
 *   <li>From root to root of one namespace: functions that follow each other too often for chance
 *       ({@link Neighbours}).
 * </ul>
 *
 * <p>What {@link Followers} know from elsewhere of the stages of a workflow counts until as much
 * has been seen here.
 *
 * <p>An expectation ends when the call comes or its time is over, and its probability falls while
 * the call fails to come; but nothing is late as long as a stage before it is known to run.
 * Namespaces never learn from each other. An action that is updated starts from what was known of
 * it, at reduced weight. Memory is bounded by {@link SuccessorSettings}, and shared fairly between
 * namespaces ({@link FairShares}); a call takes constant time in the number of functions and roots,
 * amortised, and telling what is expected takes time in proportion to what there is to tell.
 *
 * <p>Not thread-safe; times are in microseconds of a clock that never goes back.
 */
public final class Successors {

  private final Followers followers;
  private final Nodes nodes;
  private final Roots roots;
  private final Sources sources;
  private boolean endsAreTold;

  /**
   * @param followers what is known of them from elsewhere
   */
  public Successors(SuccessorSettings settings, Followers followers) {
    this(settings, followers, () -> {});
  }

  /**
   * @param followers what is known of them from elsewhere
   * @param letGo runs when a function, a root or an expectation is forgotten as there are too many
   */
  public Successors(SuccessorSettings settings, Followers followers, Runnable letGo) {
    this.followers = followers;
    nodes = new Nodes(settings, letGo);
    roots = new Roots(settings, letGo);
    sources = new Sources(settings.roots(), letGo);
  }

  /** How much is remembered: functions, roots in flight, and what others are expected to follow. */
  int size() {
    return nodes.size() + roots.size() + sources.size();
  }

  /** An activation has reached the pool. */
  public void arrived(Activation activation, long nowMicros) {
    roots.closeOver(nowMicros);
    Node node = nodes.of(activation.function(), nowMicros);
    String namespace = activation.function().id().namespace();
    for (Follower follower : followers.of(activation)) {
      if (follower.function().id().namespace().equals(namespace)) {
        node.stages.told(nodes.of(follower.function(), nowMicros), follower, nowMicros);
      }
    }
    Root root = find(activation);
    if (root == null) {
      root = roots.begin(key(activation), endsAreTold);
      expect(node.neighbours.called(node, nowMicros));
    }
    roots.called(root, node, nowMicros);
    expect(root);
  }

  /** An activation that has just arrived waits for its container, until about a time to come. */
  public void waits(Activation activation, long untilMicros) {
    Root root = find(activation);
    Node node = nodes.find(activation.function().id());
    if (root != null && node != null) {
      root.waits(node, untilMicros);
    }
  }

  /** An activation has run to its end. Where this is never told, nothing is known to run on. */
  public void ended(Activation activation, long nowMicros) {
    endsAreTold = true;
    Root root = find(activation);
    if (root != null) {
      root.ended(nowMicros);
    }
  }

  private @Nullable Root find(Activation activation) {
    return roots.find(key(activation));
  }

  private static Roots.Key key(Activation activation) {
    return new Roots.Key(activation.function().id().namespace(), activation.root());
  }

  private void expect(@Nullable Source source) {
    if (source != null && source.isPromising()) {
      sources.add(source);
    }
  }

  /** All that is expected now, in the order in which its causes began. */
  public List<Expected> expected(long nowMicros) {
    List<Expected> expected = new ArrayList<>();
    visitExpected(
        nowMicros,
        (function, probability, from, to, count) ->
            expected.add(new Expected(function, probability, from, to, count)));
    return expected;
  }

  /** Tells all that is expected now, in the order in which its causes began. */
  public void visitExpected(long nowMicros, Expected.Visitor visitor) {
    sources.visit(nowMicros, visitor);
  }

  /**
   * Tells what an activation that has just arrived leads to, and its root: that of other
   * activations has not changed. Takes time in proportion to what there is to tell, however much is
   * in flight.
   */
  public void visitExpected(Activation activation, long nowMicros, Expected.Visitor visitor) {
    Root root = find(activation);
    if (root != null) {
      sources.visit(root, nowMicros, visitor);
    }
    Node node = nodes.find(activation.function().id());
    Onset onset = node == null ? null : node.neighbours.begun(node, nowMicros);
    if (onset != null) {
      sources.visit(onset, nowMicros, visitor);
    }
  }
}
