/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import java.security.SecureRandom;

/**
 * Identity of a sender of messages, from one start of its process to the next.
 *
 * @param name {@code invoker3}, {@code controller0}; the same after each start
 * @param boot wall-clock time of the start, in milliseconds since 1970, for people who read the
 *     log. Its order means nothing: a clock may have been set back between two starts.
 * @param incarnation random number of this start
 */
public record SenderIdentity(String name, long boot, long incarnation) {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A start that is identified by its time alone. */
  public SenderIdentity(String name, long boot) {
    this(name, boot, 0);
  }

  /** A sender that starts now, with a new random number. */
  public static SenderIdentity starting(String name) {
    return new SenderIdentity(name, System.currentTimeMillis(), RANDOM.nextLong());
  }

  /** The start as text, for names that must differ from start to start. */
  public String start() {
    return boot + "-" + Long.toHexString(incarnation);
  }
}
