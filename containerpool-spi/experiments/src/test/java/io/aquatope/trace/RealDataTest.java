/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aquatope.trace.input.ContainersPerMinute;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.reader.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads parts of the published data, from the folder that {@code -Daquatope.traces} names. */
final class RealDataTest {

  private static final String PROPERTY = "aquatope.traces";

  @BeforeEach
  void needsTheData() {
    assumeTrue(
        System.getProperty(PROPERTY) != null,
        "-D" + PROPERTY + "=FOLDER names no folder of traces");
  }

  @Test
  void eightHoursOfAzure2019HaveTheCallsThatTheTablesCount() throws IOException {
    ReadTrace read = read("azure2019-8h");

    assertThat(read.trace().size()).isEqualTo(521_803);
    assertThat(read.trace().functions()).hasSize(255);
    assertThat(read.trace().durationMicros()).isEqualTo(TimeUnit.SECONDS.toMicros(28_800));
    assertThat(read.trace().start()).isEqualTo(Instant.parse("2019-07-15T07:59:00Z"));
    assertThat(read.remarks()).isEmpty();
  }

  @Test
  void oneHourOfAzure2019IsReadWithoutOwnersAndApplications() throws IOException {
    ReadTrace read = read("azure2019-1h");

    assertThat(read.trace().functions()).hasSize(487);
    assertThat(read.trace().durationMicros()).isEqualTo(TimeUnit.HOURS.toMicros(1));
    assertThat(read.trace().start()).isEqualTo(Instant.parse("2019-07-15T00:00:00Z"));
  }

  @Test
  void eightHoursOfDemandHoldEachArrival() throws IOException {
    List<DemandSeries> demand =
        DemandSeries.of(read("azure2019-8h").trace(), Duration.ofMinutes(1));

    assertThat(demand).hasSize(255).allMatch(series -> series.size() == 480);
    assertThat(
            demand.stream()
                .flatMapToInt(series -> IntStream.range(0, 480).map(series::arrivals))
                .sum())
        .isEqualTo(521_803);
  }

  @Test
  void containersPerMinuteAreThoseOfADay() throws IOException {
    Path path = Path.of(System.getProperty(PROPERTY), "azure2019-containers-per-minute.csv.gz");

    assertThat(ContainersPerMinute.read(path))
        .hasSize(44)
        .allMatch(series -> series.size() == 1440);
  }

  private static ReadTrace read(String folder) throws IOException {
    Path path = Path.of(System.getProperty(PROPERTY), folder);
    return TraceReader.newBuilder().seed(1).build().read(List.of(path));
  }
}
