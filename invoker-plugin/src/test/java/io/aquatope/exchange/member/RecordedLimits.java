/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.member;

import java.util.Map;

/**
 * The CPU limits that an invoker has.
 *
 * @param inForce in thousandths of a core, by action
 */
record RecordedLimits(Map<String, Integer> inForce) implements CpuPort {

  @Override
  public void decide(String action, int milliCores) {
    inForce.put(action, milliCores);
  }

  @Override
  public void withdraw(String action) {
    inForce.remove(action);
  }
}
