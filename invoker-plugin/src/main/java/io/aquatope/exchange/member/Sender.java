/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import io.aquatope.exchange.message.Message;

/**
 * How far a sender's messages have been read.
 *
 * @param boot when it started, in milliseconds since 1970
 * @param seq of its latest message
 */
public record Sender(long boot, long seq) {

  /** Whether a message was there before, or has been overtaken. */
  boolean has(Message message) {
    return message.boot() < boot || (message.boot() == boot && message.seq() <= seq);
  }
}
