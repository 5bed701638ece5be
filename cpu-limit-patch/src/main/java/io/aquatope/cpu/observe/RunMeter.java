/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Measures the CPU time of the runs in one container. The shares of overlapping runs are unknown,
 * so these runs are marked. Safe for use by several threads.
 */
public final class RunMeter {

  private final Optional<Cgroup> cgroup;

  @GuardedBy("this")
  private final Set<Run> running = new HashSet<>();

  public RunMeter(Optional<Cgroup> cgroup) {
    this.cgroup = cgroup;
  }

  public Run begin() {
    Run run = new Run(read());
    synchronized (this) {
      run.shared = !running.isEmpty();
      running.forEach(other -> other.shared = true);
      running.add(run);
    }
    return run;
  }

  private Optional<CpuUsage> read() {
    try {
      return cgroup.isPresent() ? Optional.of(cgroup.get().read()) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      // The container, and its figures with it, may disappear at any time, even within a line.
      return Optional.empty();
    }
  }

  /** The most memory that the container has held until now, if the kernel reports it. */
  public OptionalInt memoryPeakMb() {
    try {
      return cgroup.isPresent() ? cgroup.get().memoryPeakMb() : OptionalInt.empty();
    } catch (IOException | RuntimeException e) {
      return OptionalInt.empty();
    }
  }

  /** CPU use of a run, and whether other runs overlapped it. */
  public record Reading(Optional<CpuUsage> usage, boolean shared) {}

  /** A run in progress. */
  public final class Run {

    private final Optional<CpuUsage> atStart;
    private boolean shared;

    private Run(Optional<CpuUsage> atStart) {
      this.atStart = atStart;
    }

    public Reading end() {
      Optional<CpuUsage> atEnd = read();
      synchronized (RunMeter.this) {
        running.remove(this);
        return new Reading(atStart.flatMap(start -> atEnd.map(end -> end.since(start))), shared);
      }
    }
  }
}
