/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * Conclusion of a round. The first one in the log holds.
 *
 * @param version of the workflow's definition
 * @param choice the limits from now on: for each stage an index into the rules' limits
 */
public record RoundConcluded(String workflow, String version, int round, List<Integer> choice)
    implements ExchangeRecord {

  public RoundConcluded {
    FieldChecks.text("workflow", workflow);
    FieldChecks.text("version", version);
    FieldChecks.notNegative("round", round);
    choice = List.copyOf(choice);
  }
}
