/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFiles;
import io.aquatope.trace.input.ReadTrace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Azure2021ReaderTest {

  private static final String HEADER = "app,func,end_timestamp,duration";

  @TempDir Path folder;

  @Test
  void anInvocationArrivesAtItsEndMinusItsDuration() throws IOException {
    Path file =
        new TraceFiles(folder)
            .write("trace", HEADER, "a,f,10.5,0.25", "a,g,3.0,1.0", "b,f,0.001,0.002");

    Trace trace = TraceFiles.read(file).trace();

    assertThat(trace.start()).isEqualTo(Instant.parse("2021-01-31T00:00:00Z"));
    assertThat(trace.functions())
        .extracting(function -> function.spec().id().action())
        .containsExactly("a/f", "a/g", "b/f");
    assertThat(trace.offsetMicros(0)).as("rounded to before the begin").isZero();
    assertThat(trace.offsetMicros(1)).isEqualTo(2_000_000);
    assertThat(trace.offsetMicros(2)).isEqualTo(10_250_000);
    assertThat(trace.runMicros(2)).isEqualTo(250_000);
    assertThat(trace.durationMicros()).isEqualTo(10_500_000);
  }

  @Test
  void aNegativeDurationIsAnError() throws IOException {
    Path file = new TraceFiles(folder).write("trace", HEADER, "a,f,10.5,-0.25");

    assertThatThrownBy(() -> TraceFiles.read(file))
        .hasMessageStartingWith(file + ":2: duration is '-0.25', expected a number from 0 to");
  }

  @Test
  void aColumnOfMemoryCountsAndSoDoesThePoolInAName() throws IOException {
    Path file =
        new TraceFiles(folder)
            .write(
                "trace",
                HEADER + ",memory",
                "a,f,10.5,0.25,200.2",
                "a,f,11.5,0.25,300.5",
                "a,g,3.0,1.0,",
                "a,1179---502---pool23-400-256,4.0,1.0,");

    ReadTrace read = TraceFiles.read(file);

    assertThat(read.trace().functions())
        .extracting(function -> function.spec().memoryMb())
        .containsExactly(301, 170, 256);
    assertThat(read.assumptions())
        .containsExactly(
            "functions whose memory is not in the trace have 170 MB:"
                + " --function-memory states another");
  }
}
