/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.models.forecast.DemandWindow;
import io.aquatope.models.forecast.FunctionTrigger;
import io.aquatope.trace.input.TraceFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandReaderTest {

  private static final String LEVELS =
      "percentile_Average_0,percentile_Average_1,percentile_Average_25,percentile_Average_50,"
          + "percentile_Average_75,percentile_Average_99,percentile_Average_100";

  @TempDir Path folder;

  private final DemandReader reader = new DemandReader(1, new ArrayList<>()::add);

  @Test
  void demandOfATraceHasOwnersTriggersAndTheClock() throws IOException {
    write(
        "invocations.csv",
        """
        HashOwner,HashApp,HashFunction,Trigger,481,482,483,484
        anne,a,quick,timer,1,0,1,0
        bob,b,slow,http,1,0,0,0
        """);
    write(
        "durations.csv",
        "HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,"
            + LEVELS
            + "\nanne,a,quick,5,2,1,9,1,1,5,5,5,9,9"
            + "\nbob,b,slow,9,1,9,9,90000,90000,90000,90000,90000,90000,90000\n");
    write(
        "memory.csv",
        """
        HashOwner,HashApp,HashFunction,SampleCount,AverageAllocatedMb
        anne,a,quick,1,128
        bob,b,slow,1,128
        """);

    List<FunctionDemand> demands = reader.read(List.of(folder));

    FunctionDemand timer = demands.get(0);
    assertThat(timer.owner()).isEqualTo("anne");
    assertThat(timer.trigger()).isEqualTo(FunctionTrigger.TIMER);
    assertThat(timer.windows()).extracting(DemandWindow::peak).containsExactly(1, 0, 1, 0);
    assertThat(timer.windows()).extracting(DemandWindow::arrivals).containsExactly(1, 0, 1, 0);
    assertThat(Math.floorMod(timer.windows().get(0).index(), 1440L)).isEqualTo(480);
    assertThat(demands.get(1).windows())
        .as("a call of 90 seconds is still busy in the next minute")
        .extracting(DemandWindow::peak)
        .startsWith(1, 1)
        .endsWith(0);
  }

  @Test
  void tablesOfContainersPerMinuteAreDemandAlready() throws IOException {
    write("apps.csv", "HashApp,average_mem_mb,1,2,3\nx,128,0,2,1\n");

    FunctionDemand demand = reader.read(List.of(folder.resolve("apps.csv"))).get(0);

    assertThat(demand.windows()).extracting(DemandWindow::peak).containsExactly(0, 2, 1);
    assertThat(demand.trigger()).isEqualTo(FunctionTrigger.UNKNOWN);
    assertThat(demand.owner()).isEqualTo("x");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> reader.read(List.of(folder.resolve("none.csv"))))
        .isInstanceOf(TraceFormatException.class)
        .hasMessageContaining("none.csv");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
