/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow;

/**
 * What resources cost while a stage runs.
 *
 * @param cpuSecond price of one core for one second
 * @param gbSecond price of one GiB for one second, in the same currency
 */
public record Prices(double cpuSecond, double gbSecond) {

  /** Price of one second of {@code configuration}. */
  public double rate(StageConfiguration configuration) {
    return configuration.cores() * cpuSecond + configuration.memoryGib() * gbSecond;
  }
}
