/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;

/**
 * Faults of annotations that have been reported. Each is reported once for a revision of an action
 * and not at each of its cold starts. Safe for use by several threads.
 */
public final class ReportedAnnotations {

  /**
   * Most remembered reports, some 5 MB; the oldest are dropped first. If a tenant has more bad
   * actions, some are reported again, one line for a cold start.
   */
  public static final int MOST = 10_000;

  private record Key(String action, String revision, String problem) {}

  private final Cache<Key, Boolean> reported = CacheBuilder.newBuilder().maximumSize(MOST).build();

  /** Whether a fault has not been reported yet. Marks it as reported. */
  public boolean isNew(ContainerAssignment workload, String problem) {
    return reported
            .asMap()
            .putIfAbsent(new Key(workload.action(), workload.revision(), problem), true)
        == null;
  }
}
