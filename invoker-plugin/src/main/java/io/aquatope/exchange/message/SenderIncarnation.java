/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;

/**
 * One start of a sender, and the position up to which its messages have been read.
 *
 * @param boot wall-clock time of the start, in milliseconds since 1970
 * @param id random number of the start; 0 from versions that sent none
 * @param seq number of the latest message that was read
 */
public record SenderIncarnation(long boot, long id, long seq) {

  public SenderIncarnation {
    FieldChecks.notNegative("boot", boot);
    FieldChecks.notNegative("seq", seq);
  }

  /** The sender's start, read up to a message of it. */
  public static SenderIncarnation of(Message message) {
    return new SenderIncarnation(message.boot(), message.incarnation(), message.seq());
  }

  /** Whether both are the same start. */
  public boolean isSameStart(SenderIncarnation other) {
    return boot == other.boot && id == other.id;
  }
}
