/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

/** Gives the containers of this invoker their CPU limits. */
public interface CpuPort {

  /**
   * All containers of an action get a limit.
   *
   * @param action fully qualified, without version
   */
  void decide(String action, int milliCores);

  /** An action gets back what its developer and the operator set. */
  void withdraw(String action);
}
