/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The limits that the optimiser has decided on. They take precedence over those of developers and
 * operators. There are at most {@value #MOST}; one more replaces the oldest decision. Safe for use
 * by several threads.
 */
public final class CpuDecisions {

  /**
   * More than the stages of all workflows that are tuned at a time, some 4 MB. An action without a
   * decision runs with the limit of its developer or of the operator.
   */
  public static final int MOST = 20_000;

  @GuardedBy("this")
  private final Map<String, CpuLimit> limits = new LinkedHashMap<>();

  synchronized Optional<CpuLimit> of(String action) {
    return Optional.ofNullable(limits.get(action));
  }

  /** Makes a decision, and returns the action whose decision was dropped for it, if any. */
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

  /** Returns an action to the limits of its developer and the operator. */
  public synchronized void withdraw(String action) {
    limits.remove(action);
  }
}
