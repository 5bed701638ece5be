/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.successor;

import java.util.List;

/** A call of a function after some quiet, which other roots of the namespace may follow. */
final class Onset implements Source {

  private final Node node;
  private final long atMicros;
  private final List<Edge> likely;

  /**
   * @param likely those that follow more often than by chance
   */
  Onset(Node node, long atMicros, List<Edge> likely) {
    this.node = node;
    this.atMicros = atMicros;
    this.likely = likely;
  }

  long atMicros() {
    return atMicros;
  }

  boolean isOf(Node called) {
    return node == called;
  }

  @Override
  public String namespace() {
    return node.function().id().namespace();
  }

  /** Another function is called, for the first time since. */
  void followedBy(Node follower, long nowMicros) {
    node.followers.hit(follower, atMicros, true, nowMicros);
  }

  /** What has not come by now has not followed. */
  void close(long nowMicros) {
    node.followers.closeTrial(this::hasCome, nowMicros);
  }

  private boolean hasCome(Edge edge) {
    return edge.lastHitMicros() >= atMicros;
  }

  @Override
  public boolean isPromising() {
    return !likely.isEmpty();
  }

  @Override
  public boolean visit(long nowMicros, Expected.Visitor visitor) {
    boolean more = false;
    for (Edge edge : likely) {
      if (!hasCome(edge)) {
        more |= edge.visit(atMicros, false, nowMicros, visitor);
      }
    }
    return more;
  }
}
