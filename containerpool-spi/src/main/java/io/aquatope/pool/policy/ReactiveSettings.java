/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;

/**
 * Rule for the number of stem cells of one kind and memory. The number follows the cold starts that
 * these stem cells could have prevented: {@code increment} stem cells for each {@code threshold}
 * cold starts between two checks, within bounds.
 *
 * @param minCount the least number of stem cells
 * @param maxCount the greatest number that cold starts can require
 * @param ttl how long an unused stem cell stays
 * @param threshold how many cold starts count as one step, at least 1
 * @param increment how many stem cells a step requires, at least 1
 */
public record ReactiveSettings(
    int minCount, int maxCount, Duration ttl, int threshold, int increment) {

  public ReactiveSettings {
    checkArgument(minCount >= 0, "minCount is %s, expected at least 0", minCount);
    checkArgument(
        maxCount >= Math.max(minCount, 1),
        "maxCount is %s, expected at least 1 and minCount, which is %s",
        maxCount,
        minCount);
    checkArgument(ttl.compareTo(Duration.ZERO) > 0, "ttl is %s, expected more than 0", ttl);
    checkArgument(threshold > 0, "threshold is %s, expected at least 1", threshold);
    checkArgument(
        increment > 0 && increment <= maxCount,
        "increment is %s, expected from 1 to maxCount, which is %s",
        increment,
        maxCount);
  }

  /** The number of stem cells that a number of cold starts between two checks requires. */
  int countAfter(int coldStarts) {
    long wanted = (long) (coldStarts / threshold) * increment;
    return (int) Math.min(Math.max(minCount, wanted), maxCount);
  }
}
