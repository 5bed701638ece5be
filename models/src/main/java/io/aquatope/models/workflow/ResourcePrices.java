/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

/**
 * Prices of resources while a stage runs.
 *
 * @param cpuSecond price of one core for one second
 * @param gbSecond price of one GiB for one second, in the same currency
 */
public record ResourcePrices(double cpuSecond, double gbSecond) {

  /** Price of one second of {@code configuration}. */
  public double rate(StageConfiguration configuration) {
    return configuration.cores() * cpuSecond + configuration.memoryGib() * gbSecond;
  }

  /**
   * Prices if memory is paid for as long as it is held, instead of as long as it is used: a
   * container that waits for the next request holds its memory in between. With requests every g
   * seconds and stages that take s seconds on average, a GB-second of work costs {@code max(1, g /
   * s)} GB-seconds.
   */
  public ResourcePrices held(double gapSeconds, double stageSeconds) {
    return new ResourcePrices(cpuSecond, gbSecond * Math.max(1, gapSeconds / stageSeconds));
  }
}
