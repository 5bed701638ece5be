/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.Message;
import io.aquatope.exchange.message.MessageCodec;
import io.aquatope.exchange.message.MessageFormatException;
import io.aquatope.exchange.message.WorkflowCheckpoint;

/** The log as the broker has it: the state that follows from all of it, and its last checkpoint. */
final class ReferenceLog {

  private ExchangeState state = ExchangeState.NONE;
  private int sinceCheckpoint;

  void appended(byte[] bytes) {
    try {
      Message message = MessageCodec.decode(bytes);
      state = LogFold.fold(state, message);
      sinceCheckpoint =
          message.records().stream().anyMatch(WorkflowCheckpoint.class::isInstance)
              ? 1
              : sinceCheckpoint + 1;
    } catch (MessageFormatException e) {
      throw new AssertionError(e);
    }
  }

  /** The state of who has read every message. */
  ExchangeState state() {
    return state;
  }

  /** Messages from the last one with a checkpoint on, that one included. */
  int sinceCheckpoint() {
    return sinceCheckpoint;
  }
}
