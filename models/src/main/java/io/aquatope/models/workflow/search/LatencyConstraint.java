/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A condition on the end-to-end latencies of a choice, over common random numbers.
 *
 * @param draws for each stage and candidate its latencies, all of one length
 * @param acceptable the condition on end-to-end latencies
 */
@SuppressWarnings("ArrayRecordComponent") // a table of tables, shared to avoid copies
record LatencyConstraint(double[][][] draws, Predicate<double[]> acceptable) {

  double[] latencies(int stage, int candidate) {
    return draws[stage][candidate];
  }

  List<double[]> latencies(int[] choice) {
    List<double[]> rows = new ArrayList<>();
    for (int s = 0; s < choice.length; s++) {
      rows.add(draws[s][choice[s]]);
    }
    return rows;
  }

  boolean accepts(double[] endToEnd) {
    return acceptable.test(endToEnd);
  }
}
