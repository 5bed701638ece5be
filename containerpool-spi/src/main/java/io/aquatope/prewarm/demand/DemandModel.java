/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm.demand;

import java.util.List;

/** A supposition of how a function's calls come, and how many containers they then need. */
sealed interface DemandModel permits IndependentCalls, CallsInBursts {

  /** All of them. */
  List<DemandModel> ALL =
      List.of(
          new IndependentCalls(),
          new CallsInBursts(TimeAhead::onsets),
          new CallsInBursts(TimeAhead::onsetsByGaps));

  /**
   * The probability that a stretch of time needs further containers.
   *
   * @param skipped how many further containers are not asked about, the first ones
   * @param levels for how many after these
   * @return for the first to the last of them; never rises
   */
  double[] needs(TimeAhead ahead, int skipped, int levels);
}
