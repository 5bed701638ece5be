/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.models.forecast.Trigger;
import io.aquatope.models.forecast.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandTraceTest {

  private static final String DURATIONS =
      """
      HashFunction,Average,percentile_Average_0,percentile_Average_1,percentile_Average_25,\
      percentile_Average_50,percentile_Average_75,percentile_Average_99,percentile_Average_100
      quick,5,1,1,5,5,5,9,9
      slow,90000,90000,90000,90000,90000,90000,90000,90000
      """;

  @TempDir Path folder;

  private final DemandTrace trace = new DemandTrace(1);

  @Test
  void readsTheAzureFormatPackedOrNot() throws IOException {
    write("durations.csv", DURATIONS);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("invocations.csv.gz")))) {
      out.write(
          """
          HashOwner,HashApp,HashFunction,Trigger,481,482,483,484
          anne,a,quick,timer,1,0,1,0
          bob,b,slow,http,1,0,0,0
          """
              .getBytes(StandardCharsets.UTF_8));
    }

    List<DemandSeries> series = trace.read(folder);

    assertThat(series.get(0).owner()).isEqualTo("anne");
    assertThat(series.get(0).trigger()).isEqualTo(Trigger.TIMER);
    assertThat(series.get(0).windows())
        .containsExactly(
            new Window(480, 1, 1),
            new Window(481, 0, 0),
            new Window(482, 1, 1),
            new Window(483, 0, 0));
    assertThat(series.get(1).windows())
        .as("a call of 90 seconds is still busy in the next minute or two")
        .extracting(Window::peak)
        .startsWith(1, 1)
        .endsWith(0);
  }

  @Test
  void theSameSeedGivesTheSameSeries() throws IOException {
    write("durations.csv", DURATIONS);
    write(
        "invocations.csv",
        """
        HashFunction,Trigger,1,2,3
        slow,queue,9,3,8
        """);

    assertThat(trace.read(folder)).isEqualTo(new DemandTrace(1).read(folder));
  }

  @Test
  void readsContainersPerMinute() throws IOException {
    write("apps.csv", "HashApp,average_mem_mb,1,2,3\nx,128,0,2.0,1\n");

    DemandSeries series = trace.read(folder.resolve("apps.csv")).get(0);

    assertThat(series.windows()).extracting(Window::peak).containsExactly(0, 2, 1);
    assertThat(series.trigger()).isEqualTo(Trigger.UNKNOWN);
  }

  @Test
  void saysWhichFileIsMissing() {
    assertThatThrownBy(() -> trace.read(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("invocations.csv or invocations.csv.gz");
  }

  @Test
  void saysWhichLineAndColumnIsWrong() throws IOException {
    write("apps.csv", "HashApp,1,2\nx,0,1\ny,0,many\n");
    assertThatThrownBy(() -> trace.read(folder.resolve("apps.csv")))
        .hasMessageEndingWith("line 3: expected a number in column 2, found 'many'");

    write("apps.csv", "HashApp,1,2\nx,0,-4\n");
    assertThatThrownBy(() -> trace.read(folder.resolve("apps.csv")))
        .hasMessageEndingWith("line 2: expected a count in column 2, found -4.0");

    write("apps.csv", "App,1,2\nx,0,4\n");
    assertThatThrownBy(() -> trace.read(folder.resolve("apps.csv")))
        .hasMessageEndingWith("line 2: expected a column HashApp");
  }

  @Test
  void saysWhichFunctionHasNoDuration() throws IOException {
    write("durations.csv", DURATIONS);
    write("invocations.csv", "HashFunction,Trigger,1\nother,http,1\n");

    assertThatThrownBy(() -> trace.read(folder))
        .hasMessageEndingWith("line 2: function other has no line in durations.csv");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
