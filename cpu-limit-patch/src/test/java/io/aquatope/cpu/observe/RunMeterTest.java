/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.cpu.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMeterTest {

  @TempDir private Path group;

  private RunMeter meter = new RunMeter(Optional.empty());

  @BeforeEach
  void meter() throws IOException {
    counters(1_000, 100);
    meter = new RunMeter(Optional.of(new Cgroup.V2(group)));
  }

  @Test
  void countsWhatIsUsedBetweenBeginningAndEnd() throws IOException {
    RunMeter.Run run = meter.begin();
    counters(1_700, 130);
    assertThat(run.end()).isEqualTo(new RunMeter.Reading(used(700, 30), false));

    RunMeter.Run next = meter.begin();
    counters(2_000, 130);
    assertThat(next.end()).isEqualTo(new RunMeter.Reading(used(300, 0), false));
  }

  @Test
  void marksRunsThatOverlap() throws IOException {
    RunMeter.Run first = meter.begin();
    RunMeter.Run second = meter.begin();
    counters(2_000, 100);
    assertThat(first.end().shared()).isTrue();
    assertThat(second.end().shared()).isTrue();
    assertThat(meter.begin().end().shared()).isFalse();
  }

  @Test
  void hasNoFiguresOnceTheContainerHasGone() throws IOException {
    RunMeter.Run run = meter.begin();
    Files.delete(group.resolve("cpu.stat"));
    assertThat(run.end().usage()).isEmpty();
  }

  private static Optional<CpuUsage> used(long usedMicros, long throttledMicros) {
    return Optional.of(
        new CpuUsage(
            Duration.ofNanos(usedMicros * 1000), Duration.ofNanos(throttledMicros * 1000)));
  }

  private void counters(long usedMicros, long throttledMicros) throws IOException {
    Files.writeString(
        group.resolve("cpu.stat"),
        "usage_usec " + usedMicros + "\nthrottled_usec " + throttledMicros + "\n");
  }
}
