/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The limits that the optimiser has decided on. They take precedence over what developers and
 * operators wrote. There are at most {@value #MOST}; one more takes the place of the one that was
 * decided longest ago. Safe for use by several threads.
 */
public final class CpuDecisions {

  /**
   * Stages of all workflows that are tuned at a time, with room: some 4 MB. An action beyond them
   * runs with the limit of its developer or of the operator.
   */
  public static final int MOST = 20_000;

  private final Map<String, CpuLimit> limits = new LinkedHashMap<>();

  synchronized Optional<CpuLimit> of(String action) {
    return Optional.ofNullable(limits.get(action));
  }

  /** Takes a decision, and returns the action that has none any more in its place, if any. */
  public synchronized Optional<String> decide(String action, CpuLimit limit) {
    limits.remove(action);
    limits.put(action, limit);
    if (limits.size() <= MOST) {
      return Optional.empty();
    }
    Iterator<String> oldest = limits.keySet().iterator();
    String dropped = oldest.next();
    oldest.remove();
    return Optional.of(dropped);
  }

  /** Returns an action to what its developer and the operator set. */
  public synchronized void withdraw(String action) {
    limits.remove(action);
  }
}
