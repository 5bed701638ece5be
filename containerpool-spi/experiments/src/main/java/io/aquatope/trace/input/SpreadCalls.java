/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.input;

import io.aquatope.trace.Trace;
import java.util.SplittableRandom;

/**
 * Calls that a table counts by period: each is spread uniformly within its period.
 *
 * @param trace that gets the calls
 * @param periodMicros length of a period
 */
public record SpreadCalls(Trace.Builder trace, long periodMicros) {

  /**
   * Adds calls of a function.
   *
   * @param beginMicros of the period, from the begin of the trace
   */
  public void add(
      int function, long beginMicros, long calls, long runMicros, SplittableRandom random) {
    for (long call = 0; call < calls; call++) {
      trace.add(function, beginMicros + random.nextLong(periodMicros), runMicros);
    }
  }
}
