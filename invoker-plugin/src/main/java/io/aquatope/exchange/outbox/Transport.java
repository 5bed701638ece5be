/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.outbox;

import java.util.concurrent.CompletionStage;

/** What carries messages: topics of a broker, or of this process. */
@FunctionalInterface
public interface Transport {

  /** Completes when the message is kept for the topic's readers; fails if it may not be. */
  CompletionStage<?> send(String topic, byte[] message);
}
