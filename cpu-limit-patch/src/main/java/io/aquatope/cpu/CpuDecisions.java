/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limits that the optimiser has decided on. They take precedence over what developers and
 * operators wrote. Safe for use by several threads.
 */
final class CpuDecisions {

  private final Map<String, CpuLimit> limits = new ConcurrentHashMap<>();

  Optional<CpuLimit> of(String action) {
    return Optional.ofNullable(limits.get(action));
  }

  void decide(String action, CpuLimit limit) {
    limits.put(action, limit);
  }

  /** Returns an action to what its developer and the operator set. */
  void withdraw(String action) {
    limits.remove(action);
  }
}
