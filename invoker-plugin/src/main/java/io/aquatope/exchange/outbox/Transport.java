/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.outbox;

import java.util.concurrent.CompletionStage;

/** Carries messages over topics of a broker or of this process. */
@FunctionalInterface
public interface Transport {

  /**
   * Completes when the message is stored for the topic's readers; fails if it may not be stored.
   */
  CompletionStage<?> send(String topic, byte[] message);
}
