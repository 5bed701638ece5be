/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

/** The rate at which memory is exchanged for delay. */
public final class DelayRate {

  /**
   * GB-seconds of memory that cost as much as one second of cold-start delay, after FeMux (EuroSys
   * 2026).
   */
  public static final double GB_SECONDS_PER_SECOND = 99.69;

  private DelayRate() {}
}
