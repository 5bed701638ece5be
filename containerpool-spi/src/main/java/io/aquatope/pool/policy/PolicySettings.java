/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Duration;
import java.util.List;

/**
 * Settings of OpenWhisk's own rules. The defaults are OpenWhisk's.
 *
 * @param keepAlive how long an idle container stays
 * @param stemCells the stem cells to keep, one entry per kind and memory
 * @param stemCellCheckInterval time between two checks of stem cells with reactive settings
 * @param stemCellExpiryLimit how many stem cells of a kind and memory may expire in one check
 */
public record PolicySettings(
    Duration keepAlive,
    List<StemCellSettings> stemCells,
    Duration stemCellCheckInterval,
    int stemCellExpiryLimit) {

  /** Ten minutes of keep-alive, no stem cells. */
  public static final PolicySettings DEFAULT =
      new PolicySettings(Duration.ofMinutes(10), List.of(), Duration.ofMinutes(10), 100);

  public PolicySettings {
    stemCells = List.copyOf(stemCells);
    checkArgument(!keepAlive.isNegative(), "keep-alive is %s, expected at least 0", keepAlive);
    checkArgument(
        stemCellCheckInterval.compareTo(Duration.ZERO) > 0,
        "stem cell check interval is %s, expected more than 0",
        stemCellCheckInterval);
    checkArgument(
        stemCellExpiryLimit > 0,
        "stem cell expiry limit is %s, expected at least 1",
        stemCellExpiryLimit);
    checkArgument(
        stemCells.stream().map(StemCellSettings::stemCell).distinct().count() == stemCells.size(),
        "stem cells %s, expected each sort once",
        stemCells);
  }

  /** The same with another keep-alive. */
  public PolicySettings withKeepAlive(Duration changed) {
    return new PolicySettings(changed, stemCells, stemCellCheckInterval, stemCellExpiryLimit);
  }

  /** The same with other stem cells. */
  public PolicySettings withStemCells(List<StemCellSettings> changed) {
    return new PolicySettings(keepAlive, changed, stemCellCheckInterval, stemCellExpiryLimit);
  }
}
