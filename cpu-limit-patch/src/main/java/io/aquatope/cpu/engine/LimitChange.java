/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.engine;

import io.aquatope.cpu.limit.ChangeResult;
import io.aquatope.cpu.limit.CpuLimit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/** The state of one container's limit; guarded by {@link LiveLimits}. */
final class LimitChange {

  /** The limit that the engine confirmed last. */
  @Nullable CpuLimit applied;

  /** The limit to set; null if no change is in progress. */
  @Nullable CpuLimit wanted;

  /** The threads that carry out the change; null if no change is in progress. */
  @Nullable ScheduledThreadPoolExecutor lane;

  boolean busy;
  int retries;
  CompletableFuture<ChangeResult> done = new CompletableFuture<>();

  /** The engine was asked and did not answer, so either limit may be in force. */
  private boolean uncertain;

  /** The engine refused the limit that was wanted last. */
  private boolean refused;

  private long changes;

  LimitChange(@Nullable CpuLimit applied) {
    this.applied = applied;
  }

  /** Whether a limit is in force and no change is in progress. */
  boolean holds(CpuLimit limit) {
    if (wanted != null || uncertain || !limit.equals(applied)) {
      return false;
    }
    refused = false;
    return true;
  }

  void want(CpuLimit limit) {
    wanted = limit;
    changes++;
  }

  void answered(CpuLimit limit, ChangeResult answer) {
    busy = false;
    retries = 0;
    changes++;
    refused = answer instanceof ChangeResult.Refused;
    if (answer instanceof ChangeResult.Done) {
      applied = limit;
      uncertain = false;
    }
  }

  void unanswered() {
    busy = false;
    uncertain = true;
    changes++;
  }

  AppliedLimit applied() {
    return new AppliedLimit(
        Optional.ofNullable(applied), wanted == null && !uncertain && !refused, changes);
  }

  void end(ChangeResult answer) {
    wanted = null;
    lane = null;
    done.complete(answer);
    done = new CompletableFuture<>();
  }
}
