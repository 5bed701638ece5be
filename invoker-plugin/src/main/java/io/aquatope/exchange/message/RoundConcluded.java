/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.Expect;
import java.util.List;

/**
 * What a round has led to. The first one in the log holds.
 *
 * @param version of the workflow's definition
 * @param choice the limits from now on: for each stage an index into the rules' limits
 */
public record RoundConcluded(String workflow, String version, int round, List<Integer> choice)
    implements ExchangeRecord {

  public RoundConcluded {
    Expect.text("workflow", workflow);
    Expect.text("version", version);
    Expect.notNegative("round", round);
    choice = List.copyOf(choice);
  }
}
