/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * How far one sender's messages had been read when a {@link WorkflowCheckpoint} was written. An
 * invoker that starts later thus tells old messages from new ones as the others do.
 *
 * @param sender its name
 * @param starts of the sender, the present one last
 */
public record SenderCheckpoint(String sender, List<SenderIncarnation> starts)
    implements ExchangeRecord {

  /**
   * Starts that are remembered of a sender. A reader whose broker takes it back to the beginning of
   * the log meets all starts again, and these are more than a log of two days usually has.
   */
  public static final int MOST_STARTS = 64;

  public SenderCheckpoint {
    FieldChecks.text("sender", sender);
    starts = List.copyOf(starts);
    FieldChecks.that(
        !starts.isEmpty() && starts.size() <= MOST_STARTS,
        "starts",
        starts.size(),
        "1 to " + MOST_STARTS);
  }
}
