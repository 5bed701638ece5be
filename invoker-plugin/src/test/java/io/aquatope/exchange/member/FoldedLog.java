/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.ExchangeRecord;
import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.workflow.WorkflowState;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A log as one invoker reads it, and the CPU limits that follow. */
final class FoldedLog {

  /** The limits in force after the last {@link #enforce}, in thousandths of a core. */
  final Map<String, Integer> limits = new TreeMap<>();

  private final LimitEnforcement enforcement =
      new LimitEnforcement("invoker0", 1, new RecordedLimits(limits));
  private ExchangeState state = ExchangeState.NONE;
  private long seq;

  /** A controller's message. */
  void tell(ExchangeRecord... records) {
    state = LogFold.fold(state, Records.message("controller0", ++seq, records));
  }

  /** An invoker's first message. */
  void join(String invoker, ExchangeRecord... records) {
    state = LogFold.fold(state, Records.message(invoker, 1, records));
  }

  void enforce() {
    enforcement.apply(state, true);
  }

  ExchangeState state() {
    return state;
  }

  WorkflowState workflow(String name) {
    return Objects.requireNonNull(state.workflows().get(name));
  }
}
