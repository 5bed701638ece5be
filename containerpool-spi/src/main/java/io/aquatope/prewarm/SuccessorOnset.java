/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import java.util.List;

/** A call of a function after some quiet, which other roots of the namespace may follow. */
final class SuccessorOnset implements SuccessorSource {

  private final SuccessorNode node;
  private final long atMicros;
  private final List<SuccessorEdge> likely;

  /**
   * @param likely those that follow more often than by chance
   */
  SuccessorOnset(SuccessorNode node, long atMicros, List<SuccessorEdge> likely) {
    this.node = node;
    this.atMicros = atMicros;
    this.likely = likely;
  }

  long atMicros() {
    return atMicros;
  }

  /** Another function is called, for the first time since. */
  void followedBy(SuccessorNode follower, long nowMicros) {
    node.followers.hit(follower, atMicros, nowMicros);
  }

  /** What has not come by now has not followed. */
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
  public boolean visit(long nowMicros, Expected.Visitor visitor) {
    boolean more = false;
    for (SuccessorEdge edge : likely) {
      if (!hasCome(edge)) {
        more |= edge.visit(atMicros, nowMicros, visitor);
      }
    }
    return more;
  }
}
