/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.StageReport;
import io.aquatope.exchange.outbox.Outbox;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Observations on their way to the controllers that sent the activations. The names of controllers
 * come with activations, so their number is limited to {@value #MOST}. Beyond it, the least
 * recently named controller is dropped, and its waiting observations count as dropped. Safe for use
 * by several threads.
 */
final class ControllerOutboxes {

  /** Several times the number of controllers of the largest known clusters. */
  static final int MOST = 64;

  private static final float LOAD_FACTOR = 0.75f;

  private final Function<String, Outbox> create;
  private final Map<String, Outbox> byController = new LinkedHashMap<>(MOST, LOAD_FACTOR, true);
  private long droppedBefore;

  /**
   * @param create creates an outbox for a controller
   */
  ControllerOutboxes(Function<String, Outbox> create) {
    this.create = create;
  }

  synchronized void offer(String controller, StageReport run) {
    byController.computeIfAbsent(controller, create).offer(run);
    if (byController.size() > MOST) {
      Iterator<Outbox> longestAgo = byController.values().iterator();
      Outbox outbox = longestAgo.next();
      longestAgo.remove();
      droppedBefore += outbox.dropped() + outbox.waiting();
    }
  }

  /** Sends the waiting observations. */
  void flush() {
    outboxes().forEach(Outbox::flush);
  }

  synchronized long dropped() {
    return droppedBefore + byController.values().stream().mapToLong(Outbox::dropped).sum();
  }

  synchronized int size() {
    return byController.size();
  }

  private synchronized List<Outbox> outboxes() {
    return List.copyOf(byController.values());
  }
}
