/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.List;

/** A hypothesis about the arrival of a function's calls, and the containers that they need. */
sealed interface DemandModel permits IndependentCalls, CallsInBursts {

  /** All models. */
  List<DemandModel> ALL =
      List.of(
          new IndependentCalls(),
          new CallsInBursts(TimeAhead::onsets),
          new CallsInBursts(TimeAhead::onsetsByGaps));

  /**
   * The probability that a period needs further containers.
   *
   * @param skipped number of first further containers to leave out
   * @param levels number of containers after these
   * @return one probability for each of them, from the first to the last; never rises
   */
  double[] needs(TimeAhead ahead, int skipped, int levels);
}
