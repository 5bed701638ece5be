/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.limit;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;

/**
 * The faults of annotations that have been reported, so that each is reported once for a revision
 * of an action and not at each of its cold starts. Safe for use by several threads.
 */
public final class ReportedAnnotations {

  /**
   * Reports that are remembered, some 5 MB; the oldest are forgotten first. A tenant that has more
   * bad actions than that has some reported again, one line for a cold start.
   */
  public static final int MOST = 10_000;

  private record Key(String action, String revision, String problem) {}

  private final Cache<Key, Boolean> reported = CacheBuilder.newBuilder().maximumSize(MOST).build();

  /** Whether a fault has not been reported yet; from now on it has. */
  public boolean isNew(ContainerAssignment workload, String problem) {
    return reported
            .asMap()
            .putIfAbsent(new Key(workload.action(), workload.revision(), problem), true)
        == null;
  }
}
