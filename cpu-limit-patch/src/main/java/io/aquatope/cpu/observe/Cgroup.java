/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.List;
import java.util.OptionalInt;

/** The control group of a container: the kernel's figures of its CPU time and memory. */
public sealed interface Cgroup {

  CpuUsage read() throws IOException;

  /**
   * The most memory that the container has held since it was created, files in the cache included;
   * empty if this kernel does not report it.
   */
  OptionalInt memoryPeakMb() throws IOException;

  /** Version 1: nanoseconds, in the hierarchies of two controllers. */
  record V1(Path cpuacct, Path cpu, Path memory) implements Cgroup {

    @Override
    public CpuUsage read() throws IOException {
      long used = Long.parseLong(Files.readString(cpuacct.resolve("cpuacct.usage")).trim());
      return new CpuUsage(
          Duration.ofNanos(used),
          time(cpu.resolve("cpu.stat"), "throttled_time", ChronoUnit.NANOS));
    }

    @Override
    public OptionalInt memoryPeakMb() throws IOException {
      return megabytes(memory.resolve("memory.max_usage_in_bytes"));
    }
  }

  /** Version 2: microseconds, in the one hierarchy. */
  record V2(Path group) implements Cgroup {

    @Override
    public CpuUsage read() throws IOException {
      Path stat = group.resolve("cpu.stat");
      return new CpuUsage(
          time(stat, "usage_usec", ChronoUnit.MICROS),
          time(stat, "throttled_usec", ChronoUnit.MICROS));
    }

    @Override
    public OptionalInt memoryPeakMb() throws IOException {
      return megabytes(group.resolve("memory.peak"));
    }
  }

  private static OptionalInt megabytes(Path figure) throws IOException {
    return Files.exists(figure)
        ? OptionalInt.of((int) (Long.parseLong(Files.readString(figure).trim()) >> 20))
        : OptionalInt.empty();
  }

  private static Duration time(Path stat, String field, TemporalUnit unit) throws IOException {
    for (String line : Files.readAllLines(stat)) {
      List<String> words = Splitter.on(' ').splitToList(line);
      if (words.size() == 2 && words.get(0).equals(field)) {
        return Duration.of(Long.parseLong(words.get(1)), unit);
      }
    }
    throw new IOException(stat + " has no " + field);
  }
}
