/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.message;

import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * Recommendation of memory limits for the stages of a workflow, by their observed use.
 *
 * @param version of the workflow's definition
 * @param megabytes for each stage; 0 for one that is not tuned
 */
public record MemoryAdvised(String workflow, String version, List<Integer> megabytes)
    implements ExchangeRecord {

  public MemoryAdvised {
    FieldChecks.text("workflow", workflow);
    FieldChecks.text("version", version);
    megabytes = List.copyOf(megabytes);
    FieldChecks.that(
        megabytes.stream().allMatch(mb -> mb >= 0), "megabytes", megabytes, "each from 0 on");
  }
}
