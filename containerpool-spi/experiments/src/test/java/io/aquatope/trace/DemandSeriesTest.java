/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.trace.input.ContainersPerMinute;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemandSeriesTest {

  private static final Duration TEN = Duration.ofNanos(10_000);

  private static TraceFunction function(String name) {
    return new TraceFunction(
        new FunctionSpec(new FunctionId("guest", name, ""), "nodejs:20", 256, 1),
        "app",
        TriggerKind.HTTP,
        OptionalLong.empty());
  }

  private static Trace.Builder builder() {
    return new Trace.Builder("test", Instant.EPOCH, List.of(function("f"), function("g")));
  }

  @Test
  void anActivationCountsInEachWindowThatItRunsIn() {
    Trace.Builder trace = builder();
    trace.add(0, 5, 20);
    trace.add(0, 8, 2);

    DemandSeries demand = DemandSeries.of(trace.build(40), TEN).get(0);

    assertThat(demand.peaks()).containsExactly(2, 1, 1, 0);
    assertThat(IntStream.range(0, 4).map(demand::arrivals)).containsExactly(2, 0, 0, 0);
  }

  @Test
  void anEndAtTheBeginOfAWindowIsNotInIt() {
    Trace.Builder trace = builder();
    trace.add(0, 0, 10);
    trace.add(0, 10, 0);

    assertThat(DemandSeries.of(trace.build(30), TEN).get(0).peaks()).containsExactly(1, 1, 0);
  }

  @Test
  void aFollowerArrivesAfterTheEndOfItsCause() {
    Trace.Builder trace = builder();
    int cause = trace.add(0, 3, 10);
    trace.addFollower(1, cause, 9, 1);

    List<DemandSeries> demand = DemandSeries.of(trace.build(30), TEN);

    assertThat(demand.get(0).peaks()).containsExactly(1, 1, 0);
    assertThat(demand.get(1).peaks()).containsExactly(0, 0, 1);
  }

  @Property(tries = 300)
  void theSweepAgreesWithLookingAtEachMoment(
      @ForAll long seed, @ForAll @IntRange(max = 60) int activations) {
    SplittableRandom random = new SplittableRandom(seed);
    Trace.Builder builder = builder();
    for (int i = 0; i < activations; i++) {
      int runs = random.nextInt(random.nextBoolean() ? 3 : 40);
      if (i > 0 && random.nextInt(4) == 0) {
        builder.addFollower(0, random.nextInt(i), random.nextInt(5), runs);
      } else {
        builder.add(0, random.nextInt(100), runs);
      }
    }
    Trace trace = builder.build(95);

    DemandSeries demand = DemandSeries.of(trace, TEN).get(0);

    int[] running = new int[100];
    int[] arrivals = new int[10];
    for (int i = 0; i < trace.size(); i++) {
      long begin = begin(trace, i);
      for (long t = begin; t < Math.max(begin + 1, begin + trace.runMicros(i)) && t < 100; t++) {
        running[(int) t]++;
      }
      if (begin < 100) {
        arrivals[(int) begin / 10]++;
      }
    }
    assertThat(demand.size()).isEqualTo(10);
    for (int window = 0; window < 10; window++) {
      int from = window * 10;
      assertThat(demand.peak(window))
          .isEqualTo(IntStream.range(from, from + 10).map(t -> running[t]).max().orElseThrow());
      assertThat(demand.arrivals(window)).isEqualTo(arrivals[window]);
    }
  }

  private static long begin(Trace trace, int i) {
    if (!trace.follows(i)) {
      return trace.offsetMicros(i);
    }
    int cause = trace.cause(i);
    return begin(trace, cause) + trace.runMicros(cause) + trace.offsetMicros(i);
  }

  @Test
  void containersPerMinuteAreReadFromTheirTable(@TempDir Path folder) throws IOException {
    Path file =
        new TraceFiles(folder)
            .writePacked(
                "containers",
                "HashApp,num_events,max_container_minute,average_mem_mb,num_invocations_total,1,2,3",
                "a,98.0,1.0,141,3,0,2,1");

    DemandSeries demand = ContainersPerMinute.read(file).get(0);

    assertThat(demand.name()).isEqualTo("a");
    assertThat(demand.memoryMb()).isEqualTo(141);
    assertThat(demand.peaks()).containsExactly(0, 2, 1);
    assertThat(demand.window()).isEqualTo(Duration.ofMinutes(1));
    assertThat(demand.start()).isEqualTo(Instant.parse("2019-07-15T00:00:00Z"));
    assertThatThrownBy(() -> demand.arrivals(0)).hasMessage("the arrivals of a are not known");
  }

  @Test
  void anotherTableIsNoContainersPerMinute(@TempDir Path folder) throws IOException {
    Path file = new TraceFiles(folder).write("other", "HashApp,1,2", "a,0,2");

    assertThatThrownBy(() -> ContainersPerMinute.read(file))
        .hasMessage(
            file + ": expected a CSV header with HashApp, average_mem_mb and minutes (1, 2, …)");
  }
}
