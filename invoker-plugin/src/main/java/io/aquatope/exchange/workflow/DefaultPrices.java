/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

/** Default prices of resources, in dollars, close to the prices of public clouds. */
public final class DefaultPrices {

  /** One core for one second. */
  public static final double CPU_SECOND = 0.0000480;

  /** One GiB for one second. */
  public static final double GB_SECOND = 0.0000034;

  private DefaultPrices() {}
}
