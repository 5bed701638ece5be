/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.Expect;
import java.util.List;

/**
 * A batch of records, as it goes over the wire.
 *
 * @param v version of the format
 * @param from who sends it: {@code invoker3}, {@code controller0}
 * @param boot when the sender started, in milliseconds since 1970
 * @param seq counts the sender's messages since then; one that is not greater than the last is a
 *     duplicate
 */
public record Message(int v, String from, long boot, long seq, List<ExchangeRecord> records) {

  /** The version that is written here. */
  public static final int VERSION = 1;

  public Message {
    Expect.that(v == VERSION, "v", v, "version " + VERSION);
    Expect.text("from", from);
    Expect.notNegative("boot", boot);
    Expect.notNegative("seq", seq);
    records = List.copyOf(records);
  }
}
