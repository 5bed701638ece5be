/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * Position up to which one sender's messages had been read when a {@link WorkflowCheckpoint} was
 * written. From it, an invoker that starts later distinguishes old and new messages as the others
 * do.
 *
 * @param sender its name
 * @param starts of the sender, the present one last
 */
public record SenderCheckpoint(String sender, List<SenderIncarnation> starts)
    implements ExchangeRecord {

  /**
   * Maximum number of starts remembered for a sender. If the broker takes a reader back to the
   * beginning of the log, the reader meets all starts again. A log of two days usually has fewer
   * than these.
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
