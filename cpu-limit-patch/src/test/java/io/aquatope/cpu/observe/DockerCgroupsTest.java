/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerCgroupsTest {

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(strings = {"docker/c1", "system.slice/docker-c1.scope"})
  void readsVersion1UnderBothDrivers(String place) throws IOException {
    write("cpuacct/" + place + "/cpuacct.usage", "97358933\n");
    write(
        "cpu/" + place + "/cpu.stat",
        """
        nr_periods 6
        nr_throttled 4
        throttled_time 306201492
        nr_bursts 0
        burst_time 0
        """);

    assertThat(new DockerCgroups(root).of("c1").orElseThrow().read())
        .isEqualTo(new CpuUsage(Duration.ofNanos(97_358_933), Duration.ofNanos(306_201_492)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker/c1", "system.slice/docker-c1.scope"})
  void readsVersion2UnderBothDrivers(String place) throws IOException {
    write(
        place + "/cpu.stat",
        """
        usage_usec 1500000
        user_usec 1400000
        system_usec 100000
        nr_periods 20
        nr_throttled 12
        throttled_usec 730000
        """);

    assertThat(new DockerCgroups(root).of("c1").orElseThrow().read())
        .isEqualTo(new CpuUsage(Duration.ofMillis(1500), Duration.ofMillis(730)));
  }

  @Test
  void readsTheMostMemoryThatWasHeldInVersion1() throws IOException {
    write("cpuacct/docker/c1/cpuacct.usage", "1\n");
    write("memory/docker/c1/memory.max_usage_in_bytes", "73400320\n");

    assertThat(new DockerCgroups(root).of("c1").orElseThrow().memoryPeakMb()).hasValue(70);
  }

  @Test
  void readsTheMostMemoryThatWasHeldInVersion2() throws IOException {
    write("docker/c1/cpu.stat", "usage_usec 1\n");
    write("docker/c1/memory.peak", "73400320\n");

    assertThat(new DockerCgroups(root).of("c1").orElseThrow().memoryPeakMb()).hasValue(70);
  }

  @Test
  void anOlderKernelDoesNotTellTheMostMemory() throws IOException {
    write("docker/c1/cpu.stat", "usage_usec 1\n");

    assertThat(new DockerCgroups(root).of("c1").orElseThrow().memoryPeakMb()).isEmpty();
  }

  @Test
  void seesNothingWhereTheHostsGroupsAreNotMounted() throws IOException {
    write("cpu.stat", "usage_usec 1\n");
    assertThat(new DockerCgroups(root).of("c1")).isEmpty();
  }

  @Test
  void saysWhichFigureIsMissing() throws IOException {
    write("docker/c1/cpu.stat", "usage_usec 1\n");
    Cgroup cgroup = new DockerCgroups(root).of("c1").orElseThrow();
    assertThatIOException()
        .isThrownBy(cgroup::read)
        .withMessage(root.resolve("docker/c1/cpu.stat") + " has no throttled_usec");
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
