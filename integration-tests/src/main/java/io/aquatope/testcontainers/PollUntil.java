/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.testcontainers;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for events in other processes. */
final class PollUntil {

  private static final Duration INTERVAL = Duration.ofMillis(50);

  private PollUntil() {}

  /**
   * Polls until there is an answer.
   *
   * @throws IllegalStateException if there is none after that time; the message names the missing
   *     value
   */
  static <T> T await(Duration atMost, String what, Supplier<Optional<T>> source) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      Optional<T> answer = source.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("waited for " + what + " in vain, for " + atMost);
      }
      try {
        Thread.sleep(INTERVAL.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
