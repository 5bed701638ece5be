/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

/** What resources cost where nobody says otherwise, in dollars, near to what clouds charge. */
public final class DefaultPrices {

  /** One core for one second. */
  public static final double CPU_SECOND = 0.0000480;

  /** One GiB for one second. */
  public static final double GB_SECOND = 0.0000034;

  private DefaultPrices() {}
}
