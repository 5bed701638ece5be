/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import io.aquatope.pool.FunctionSpec;

/**
 * Knowledge of one action in one namespace, across revisions: its followers as later stages of the
 * same root, and its followers in other roots.
 */
final class ActionNode {

  /** Number of trials of an earlier revision that count for the next one. */
  private static final double INHERITED_TRIALS = 4;

  /**
   * Neutral chance: stages of one root do not meet by chance, so there is no chance to test
   * against.
   */
  private static final double EVEN = 0.5;

  /** Followers in the same root. */
  final SuccessorTable stages;

  /** Followers in other roots. */
  final SuccessorTable followers;

  final NamespaceNeighbours neighbours;
  final CallRecurrence recurrence;
  private FunctionSpec function;
  private boolean forgotten;

  ActionNode(FunctionSpec function, NamespaceNeighbours neighbours, SuccessorSettings settings) {
    this.function = function;
    this.neighbours = neighbours;
    stages = new SuccessorTable(settings, Long.MAX_VALUE, (target, now) -> EVEN);
    followers = new SuccessorTable(settings, settings.evidence().lagMicros(), neighbours::chance);
    recurrence = new CallRecurrence(settings.evidence().lagMicros());
  }

  /** The action at the revision that was called last, or is known to be called next. */
  FunctionSpec function() {
    return function;
  }

  /** Sets the present revision, which may behave differently from the one before. */
  void revise(FunctionSpec now) {
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
