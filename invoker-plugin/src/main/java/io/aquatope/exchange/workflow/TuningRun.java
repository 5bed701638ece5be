/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import io.aquatope.exchange.FieldChecks;
import java.util.List;

/**
 * An instance whose stages all ran under known limits. The tuner learns from these.
 *
 * @param choice for each stage an index into the rules' limits
 * @param seconds of each stage
 * @param cold for each stage whether a container was initialised for it
 * @param failed for each stage whether it ended in an error
 * @param latencySeconds from the request to the end of the last stage
 */
public record TuningRun(
    List<Integer> choice,
    List<Double> seconds,
    List<Boolean> cold,
    List<Boolean> failed,
    double latencySeconds) {

  public TuningRun {
    choice = List.copyOf(choice);
    seconds = List.copyOf(seconds);
    cold = List.copyOf(cold);
    failed = List.copyOf(failed);
    FieldChecks.notNegative("latencySeconds", latencySeconds);
  }
}
