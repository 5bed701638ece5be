/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.List;

/** A call of a function after some quiet. Other roots of the namespace may follow it. */
final class CallOnset implements SuccessorSource {

  private final ActionNode node;
  private final long atMicros;
  private final List<SuccessorEdge> likely;

  /**
   * @param likely edges to functions that follow more often than by chance
   */
  CallOnset(ActionNode node, long atMicros, List<SuccessorEdge> likely) {
    this.node = node;
    this.atMicros = atMicros;
    this.likely = likely;
  }

  long atMicros() {
    return atMicros;
  }

  boolean isOf(ActionNode called) {
    return node == called;
  }

  @Override
  public String namespace() {
    return node.function().id().namespace();
  }

  /** Another function is called, for the first time since this call. */
  void followedBy(ActionNode follower, long nowMicros) {
    node.followers.hit(follower, atMicros, true, nowMicros);
  }

  /** Closes the trial: functions that have not been called by now have not followed. */
  void close(long nowMicros) {
    node.followers.closeTrial(this::hasCome, nowMicros);
  }

  private boolean hasCome(SuccessorEdge edge) {
    return edge.lastHitMicros() >= atMicros;
  }

  @Override
  public boolean isPromising() {
    return !likely.isEmpty();
  }

  @Override
  public boolean visit(long nowMicros, ExpectedDemand.Visitor visitor) {
    boolean more = false;
    for (SuccessorEdge edge : likely) {
      if (!hasCome(edge)) {
        more |= edge.visit(atMicros, false, nowMicros, visitor);
      }
    }
    return more;
  }
}
