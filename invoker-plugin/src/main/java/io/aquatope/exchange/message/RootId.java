/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.google.common.base.CharMatcher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * The id of a transaction as the exchange has it. A caller may choose it by a request header, so
 * one that is no short printable text is replaced by its hash; alike on both sides.
 */
public final class RootId {

  /** Of OpenWhisk's own ids the longest has 32 characters. */
  private static final int MOST_CHARACTERS = 64;

  private static final CharMatcher PRINTABLE = CharMatcher.inRange('!', '~');

  private RootId() {}

  /**
   * The id of a transaction.
   *
   * @param transaction its id as OpenWhisk has it
   */
  public static String of(String transaction) {
    return !transaction.isEmpty()
            && transaction.length() <= MOST_CHARACTERS
            && PRINTABLE.matchesAllOf(transaction)
        ? transaction
        : Hashing.sha256().hashString(transaction, StandardCharsets.UTF_8).toString();
  }
}
