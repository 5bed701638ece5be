/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.FunctionSpec;

/**
 * What is known of one action in one namespace, whatever its revision: who follows it as a later
 * stage of the same root, and who follows it in other roots.
 */
final class ActionNode {

  /** So many trials of an earlier revision count for the next one. */
  private static final double INHERITED_TRIALS = 4;

  /** Stages of one root do not meet by chance, so this is weighed against nothing. */
  private static final double EVEN = 0.5;

  /** Who follows in the same root. */
  final SuccessorTable stages;

  /** Who follows in other roots. */
  final SuccessorTable followers;

  final NamespaceNeighbours neighbours;
  final CallRecurrence recurrence;
  private FunctionSpec function;
  private boolean forgotten;

  ActionNode(FunctionSpec function, NamespaceNeighbours neighbours, SuccessorSettings settings) {
    this.function = function;
    this.neighbours = neighbours;
    stages = new SuccessorTable(settings, Long.MAX_VALUE, (target, now) -> EVEN);
    followers = new SuccessorTable(settings, settings.lagMicros(), neighbours::chance);
    recurrence = new CallRecurrence(settings.lagMicros());
  }

  /** The action at the revision that was called last, or is told to be called next. */
  FunctionSpec function() {
    return function;
  }

  /** The action is this now; another revision may do other things than the one before. */
  void is(FunctionSpec now) {
    if (!now.id().revision().equals(function.id().revision())) {
      stages.discount(INHERITED_TRIALS);
      followers.discount(INHERITED_TRIALS);
    }
    function = now;
  }

  boolean isForgotten() {
    return forgotten;
  }

  void forget() {
    forgotten = true;
    stages.clear();
    followers.clear();
  }
}
