/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import com.google.common.base.CharMatcher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * Id of a transaction in the exchange. A caller may choose a transaction's id by a request header,
 * so an id that is no short printable text is replaced by its hash. Both sides do so alike.
 */
public final class RootId {

  /** OpenWhisk's own ids have at most 32 characters. */
  private static final int MOST_CHARACTERS = 64;

  private static final CharMatcher PRINTABLE = CharMatcher.inRange('!', '~');

  private RootId() {}

  /**
   * The id of a transaction.
   *
   * @param transaction its id in OpenWhisk
   */
  public static String of(String transaction) {
    return !transaction.isEmpty()
            && transaction.length() <= MOST_CHARACTERS
            && PRINTABLE.matchesAllOf(transaction)
        ? transaction
        : Hashing.sha256().hashString(transaction, StandardCharsets.UTF_8).toString();
  }
}
