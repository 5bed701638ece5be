/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

/** Sets the CPU limits of this invoker's containers. */
public interface CpuPort {

  /**
   * Sets the limit of all containers of an action.
   *
   * @param action fully qualified, without version
   */
  void decide(String action, int milliCores);

  /** Restores the limit that the developer or the operator has set for an action. */
  void withdraw(String action);
}
