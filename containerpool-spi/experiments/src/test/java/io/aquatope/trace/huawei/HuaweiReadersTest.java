/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.trace.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.trace.Trace;
import io.aquatope.trace.TraceFiles;
import io.aquatope.trace.TraceFunction;
import io.aquatope.trace.input.ReadTrace;
import io.aquatope.trace.input.ReaderOptions;
import io.aquatope.trace.input.StatedAssumptions;
import io.aquatope.trace.input.TraceFormatException;
import io.aquatope.trace.reader.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HuaweiReadersTest {

  private static final long MINUTE = 60_000_000;
  private static final String REQUESTS =
      "time_worker,time_frontend,requestID,clusterName,funcName,podID,userID,totalCost_worker,"
          + "totalCost_frontend";
  private static final String COLD_STARTS =
      "day,time,clusterName,funcName,userID,requestID,totalCost_cold_start,podID";

  @TempDir private Path folder;

  @Test
  void countsPerMinuteBecomeCallsOfThatMinute() throws IOException {
    write("requests_minute/day_000.csv", "day,time,0,1", "0,0,0.0,", "0,60,3.0,1.0", "0,120,,2");

    ReadTrace read = TraceFiles.read(folder.resolve("requests_minute"));

    Trace trace = read.trace();
    assertThat(trace.size()).isEqualTo(6);
    assertThat(trace.durationMicros()).isEqualTo(3 * MINUTE);
    assertThat(callsInMinute(trace, "0", 1)).isEqualTo(3);
    assertThat(callsInMinute(trace, "1", 1)).isEqualTo(1);
    assertThat(callsInMinute(trace, "1", 2)).isEqualTo(2);
    assertThat(read.assumptions())
        .containsExactlyInAnyOrder(
            "calls whose run time is not in the trace take 100 ms: --duration states another",
            "functions whose memory is not in the trace have 256 MB:"
                + " --function-memory states another");
  }

  @Test
  void statedValuesTakeThePlaceOfTablesThatAreMissing() throws IOException {
    Path file = write("requests.csv", "day,time,7", "3,259200,2");

    ReadTrace read =
        TraceReader.newBuilder()
            .options(
                new ReaderOptions(
                    false, new StatedAssumptions(OptionalLong.of(1_500_000), OptionalInt.of(512))))
            .build()
            .read(List.of(file));

    assertThat(read.trace().runMicros(1)).isEqualTo(1_500_000);
    assertThat(read.trace().functions().get(0).spec().memoryMb()).isEqualTo(512);
    assertThat(read.trace().offsetMicros(0)).as("from the first row").isLessThan(MINUTE);
    assertThat(read.assumptions())
        .contains("calls whose run time is not in the trace take 1500 ms: by --duration");
  }

  @Test
  void delaysAndLimitsComeFromTheirTables() throws IOException {
    write("requests_minute/day_000.csv", "day,time,0,1", "0,0,1,1", "0,60,1,0");
    write("function_delay_minute/day_000.csv", "day,time,0,1", "0,0,0.25,2", "0,60,0.75,");
    write("memory_limit_minute/day_000.csv", "day,time,0,1", "0,0,1024,128", "0,60,512,");
    write("instances_minute/day_000.csv", "day,time,0,1", "0,0,3,1", "0,60,3,");

    ReadTrace read =
        TraceReader.newBuilder()
            .build()
            .read(
                List.of(
                    folder.resolve("requests_minute"),
                    folder.resolve("function_delay_minute"),
                    folder.resolve("memory_limit_minute"),
                    folder.resolve("instances_minute")));

    Trace trace = read.trace();
    for (int i = 0; i < trace.size(); i++) {
      boolean isFirst = name(trace, i).equals("0");
      assertThat(trace.runMicros(i)).isEqualTo(isFirst ? 500_000 : 2_000_000);
    }
    assertThat(trace.functions())
        .extracting(function -> function.spec().memoryMb())
        .containsExactlyInAnyOrder(256, 128);
    assertThat(read.assumptions()).isEmpty();
  }

  @Test
  void rowsPerSecondAndSeveralDaysAreOneRunOfTime() throws IOException {
    write("requests_second/day_000.csv", "day,time,0", "0,86398,1", "0,86399,0");
    write("requests_second/day_001.csv", "day,time,0", "1,86400,0", "1,86401,4");

    Trace trace = TraceFiles.read(folder.resolve("requests_second")).trace();

    assertThat(trace.durationMicros()).isEqualTo(4_000_000);
    assertThat(trace.offsetMicros(0)).isLessThan(1_000_000);
    assertThat(trace.offsetMicros(1)).isBetween(3_000_000L, 3_999_999L);
  }

  /** Random counts: what is written is what is read, and a damaged cell names its line. */
  @Test
  void everyCountIsReadAndDamageIsNamed() throws IOException {
    Random random = new Random(5);
    for (int i = 0; i < 30; i++) {
      int functions = 1 + random.nextInt(5);
      StringBuilder header = new StringBuilder("day,time");
      for (int f = 0; f < functions; f++) {
        header.append(',').append(f);
      }
      List<String> lines = new ArrayList<>(List.of(header.toString()));
      int calls = 1;
      for (int minute = 0; minute < 20; minute++) {
        StringBuilder line = new StringBuilder("0," + 60 * minute);
        for (int f = 0; f < functions; f++) {
          int count = minute == 0 && f == 0 ? 1 : random.nextInt(4);
          calls += minute == 0 && f == 0 ? 0 : count;
          line.append(',').append(count == 0 ? "" : random.nextBoolean() ? count : count + ".0");
        }
        lines.add(line.toString());
      }
      Path file = write("requests" + i + ".csv", lines.toArray(new String[0]));
      assertThat(TraceFiles.read(file).trace().size()).isEqualTo(calls);

      int damaged = 1 + random.nextInt(20);
      String line = lines.get(damaged);
      lines.set(
          damaged, random.nextBoolean() ? line + "x" : line.substring(0, line.lastIndexOf(',')));
      Path bad = write("requests-bad" + i + ".csv", lines.toArray(new String[0]));
      assertThatThrownBy(() -> TraceFiles.read(bad))
          .isInstanceOf(TraceFormatException.class)
          .hasMessageStartingWith(bad + ":" + (damaged + 1) + ": ");
    }
  }

  @Test
  void tablesWithoutRequestsAreRefused() throws IOException {
    Path file = write("memory_limit_minute/day_000.csv", "day,time,0", "0,0,128");

    assertThatThrownBy(() -> TraceFiles.read(file))
        .hasMessageContaining("there is no table of requests beside it");
  }

  @Test
  void aRequestArrivesBeforeItsLogLineAndRunsForTheWorkersCost() throws IOException {
    Path file =
        write(
            "requests.csv",
            REQUESTS,
            "2600186.994,2600186.995,a,1,296,pool22-300-128-0000618412,224,0.023749,0.026421",
            "2600247.694,,b,1,297,pool24-600-512-0000000001,224,0.5,");

    ReadTrace read = TraceFiles.read(file);

    Trace trace = read.trace();
    long begin = 2600186968579L - 2600186968579L % 60_000_000;
    assertThat(trace.start()).isEqualTo(Instant.parse("2023-01-31T02:16:00Z"));
    assertThat(trace.offsetMicros(0)).isEqualTo(2600186968579L - begin);
    assertThat(trace.runMicros(0)).isEqualTo(23_749);
    assertThat(trace.offsetMicros(1)).isEqualTo(2600247194000L - begin);
    assertThat(trace.functions())
        .extracting(function -> function.spec().memoryMb())
        .containsExactly(128, 512);
    assertThat(trace.functions().get(0).spec().id().namespace()).isEqualTo("224");
    assertThat(read.assumptions()).isEmpty();
  }

  @Test
  void coldStartsGiveTheirFunctionTheMedianAndRuntimesTheirKind() throws IOException {
    write("requests.csv", REQUESTS, "10,10,a,1,332,pool24-600-512-0000577863,439,0.1,0.2");
    write(
        "cold.csv",
        COLD_STARTS,
        "0,1,1,332,439,x,2.0,pool24-600-512-0000577863",
        "0,2,1,332,439,y,3.0,pool24-600-512-0000577864",
        "0,3,1,332,439,z,9.0,pool24-600-512-0000577865");
    write("df.csv", "funcID,cpu_request,runtime", "332---439---pool24-600-512,100,Python3");

    TraceFunction function = TraceFiles.read(folder).trace().functions().get(0);

    assertThat(function.coldStartMicros()).hasValue(3_000_000);
    assertThat(function.spec().kind()).isEqualTo("Python3");
  }

  @Test
  void coldStartsAloneAreTheRequestsThatCausedThem() throws IOException {
    Path file =
        write("cold.csv", COLD_STARTS, "0,0.104,1,332,439,x,2.239314,pool24-600-512-0000577863");

    ReadTrace read = TraceFiles.read(file);

    assertThat(read.trace().size()).isEqualTo(1);
    assertThat(read.trace().functions().get(0).coldStartMicros()).hasValue(2_239_314);
    assertThat(read.assumptions())
        .contains(
            "there is no table of requests: only those that caused cold starts are in the load");
  }

  @Test
  void aBadLineOfRequestsIsNamed() throws IOException {
    Path file = write("requests.csv", REQUESTS, "10,10,a,1,332,pool24-600-512-1,439,fast,0.2");

    assertThatThrownBy(() -> TraceFiles.read(file))
        .hasMessageStartingWith(file + ":2: totalCost_worker is 'fast', expected a number");
  }

  private Path write(String name, String... lines) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, List.of(lines));
  }

  private static String name(Trace trace, int i) {
    return trace.functions().get(trace.function(i)).spec().id().action();
  }

  private static int callsInMinute(Trace trace, String function, int minute) {
    int calls = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (name(trace, i).equals(function) && trace.offsetMicros(i) / MINUTE == minute) {
        calls++;
      }
    }
    return calls;
  }
}
