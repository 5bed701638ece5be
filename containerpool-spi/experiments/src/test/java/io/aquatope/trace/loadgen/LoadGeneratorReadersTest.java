/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFiles;
import io.aquatope.trace.input.ReadTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadGeneratorReadersTest {

  private static final String SPECIFICATION = "avg,mapped_wreq,1-288,289-576,577-864";
  private static final String RESULTS =
      "phase,instance,invocationID,startTime,requestedDuration,responseTime,actualDuration,"
          + "actualMemoryUsage,functionTimeout";

  @TempDir private Path folder;

  @Test
  void aColumnOfASpecificationIsAMinuteOfTheExperiment() throws IOException {
    ReadTrace read =
        read(
            SPECIFICATION,
            "30,\"{\"\"mean\"\": 30.2, \"\"bench\"\": \"\"pyaes-1\"\", \"\"payload\"\": {}}\",2,0,1",
            "43,\"{\"\"mean\"\": 42.8, \"\"bench\"\": \"\"rotate-2\"\"}\",0,3,0");

    Trace trace = read.trace();
    assertThat(trace.size()).isEqualTo(6);
    assertThat(trace.durationMicros()).isEqualTo(180_000_000);
    assertThat(trace.offsetMicros(1)).isLessThan(60_000_000);
    assertThat(trace.offsetMicros(2)).isBetween(60_000_000L, 119_999_999L);
    assertThat(trace.runMicros(0)).isEqualTo(30_000);
    assertThat(trace.runMicros(2)).isEqualTo(43_000);
    assertThat(read.assumptions()).hasSize(1);
  }

  @Test
  void aWorkloadThatIsNoJsonIsNamed() {
    assertThatThrownBy(() -> read(SPECIFICATION, "30,{bench,1,1,1"))
        .hasMessageContaining("trace.csv:2: mapped_wreq is no JSON");
    assertThatThrownBy(() -> read(SPECIFICATION, "30,{},1,1,1"))
        .hasMessageContaining("trace.csv:2: mapped_wreq has no 'bench'");
  }

  @Test
  void anInvocationOfTheLoaderStartsAtItsTimeAndRunsAsLongAsItDid() throws IOException {
    Trace trace =
        read(
                RESULTS,
                "2,trace-func-0-123-deployment-abc,min0.inv0,1686039530000000,99000,1,71000,0,false",
                "2,trace-func-0-123-deployment-def,min0.inv1,1686039524000000,99000,1,0,0,true")
            .trace();

    assertThat(trace.start()).isEqualTo(Instant.parse("2023-06-06T08:18:00Z"));
    assertThat(trace.offsetMicros(0)).isEqualTo(44_000_000);
    assertThat(trace.runMicros(0)).as("as long as was asked for").isEqualTo(99_000);
    assertThat(trace.runMicros(1)).isEqualTo(71_000);
    assertThat(trace.functions())
        .extracting(function -> function.spec().id().action())
        .containsExactly("trace-func-0");
  }

  @Test
  void aStartThatIsNoTimeIsNamed() {
    assertThatThrownBy(() -> read(RESULTS, "2,i,x,soon,99000,1,71000,0,false"))
        .hasMessageContaining("trace.csv:2: startTime is 'soon', expected microseconds since 1970");
  }

  private ReadTrace read(String... lines) throws IOException {
    return TraceFiles.read(Files.write(folder.resolve("trace.csv"), List.of(lines)));
  }
}
