/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import com.google.common.collect.ImmutableMap;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.Map;

/**
 * What an invoker knows from the log.
 *
 * @param senders how far each one's messages have been read, by name
 * @param workflows by name
 */
public record ExchangeState(
    Map<String, Sender> senders, Members members, Map<String, WorkflowState> workflows) {

  /** Before the log has been read. */
  public static final ExchangeState NONE = new ExchangeState(Map.of(), Members.NONE, Map.of());

  public ExchangeState {
    senders = ImmutableMap.copyOf(senders);
    workflows = ImmutableMap.copyOf(workflows);
  }
}
