/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.status;

import com.google.common.collect.ImmutableList;
import io.aquatope.exchange.member.ExchangeState;
import java.util.List;

/**
 * The exchange and the workflows that are tuned.
 *
 * @param connected whether this invoker's messages come back through the log
 * @param invokers that take part
 */
public record ExchangeStatus(
    boolean connected, List<String> invokers, List<WorkflowStatus> workflows) {

  /** The status that follows from the log so far. */
  public static ExchangeStatus of(ExchangeState state, boolean connected) {
    return new ExchangeStatus(
        connected,
        ImmutableList.copyOf(state.members().present()),
        state.workflows().values().stream().map(WorkflowStatus::of).toList());
  }
}
