/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * Proposal for a round. The first one in the log holds.
 *
 * @param version of the workflow's definition
 * @param candidates choices of limits: for each stage an index into the rules' limits; none if
 *     nothing is worth trying
 */
public record RoundProposed(
    String workflow, String version, int round, List<List<Integer>> candidates)
    implements ExchangeRecord {

  private static final int MOST_CANDIDATES = 16;

  public RoundProposed {
    FieldChecks.text("workflow", workflow);
    FieldChecks.text("version", version);
    FieldChecks.notNegative("round", round);
    FieldChecks.that(
        candidates.size() <= MOST_CANDIDATES,
        "candidates",
        candidates.size(),
        "at most " + MOST_CANDIDATES);
    candidates = candidates.stream().map(List::copyOf).toList();
  }
}
