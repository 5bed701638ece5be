/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.MeasuredStage;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTablesTest {

  private static final String PHASES =
      "workflow,stage,memory_mb,num_func,epoch,cold_mean_s,cold_p95_s,read_p95_s,compute_p95_s,write_p95_s\n";

  @TempDir private Path folder;

  private ProfileTables read(String text) throws IOException {
    return ProfileTables.read(List.of(Files.writeString(folder.resolve("phases.csv"), text)));
  }

  @Test
  void aStageSpreadOverFunctionsHasTheCpuOfAllAndTheMemoryOfEach() throws IOException {
    ProfileTables profiles =
        read(
            PHASES
                + "video,split,3538,4,0,9,0.5,1,2,0.25\n"
                + "video,split,3538,4,1,9,-0.25,1,2,0.25\n");
    MeasuredStage stage = profiles.stage("s", new ProfileKey("video/split", "", ""), 1);
    assertThat(stage.space().candidates())
        .containsExactly(new StageConfiguration(8, 3538 / 1024.0));
    assertThat(stage.repetitions().get(0))
        .allSatisfy(run -> assertThat(run.succeeded()).isTrue())
        .extracting(run -> run.seconds())
        .containsExactly(3.0, 3.75);
  }

  @Test
  void aColdPhaseOfASecondAndMoreIsAStartAndAShorterOneIsNot() throws IOException {
    ProfileTables profiles =
        read(PHASES + "w,s,1769,2,0,0,0.9,1,1,1\n" + "w,s,1769,2,1,0,2,1,1,1\n");
    assertThat(profiles.stage("s", new ProfileKey("w/s", "", ""), 1).repetitions().get(0))
        .containsExactly(new StageRun(3.9, true, 0), new StageRun(5, true, 2));
  }

  @Test
  void equalTotalsOfCpuRemainDifferentConfigurations() throws IOException {
    ProfileTables profiles = read(PHASES + "w,s,1024,8,0,0,1,1,1,1\n" + "w,s,2048,4,0,0,1,1,1,1\n");
    assertThat(profiles.table(new ProfileKey("w/s", "", ""))).hasSize(2);
  }

  @Test
  void aPhaseThatIsNoNumberIsNamed() {
    assertThatThrownBy(() -> read(PHASES + "w,s,1024,8,0,0,1,slow,1,1\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("phases.csv", "line 2", "read_p95_s", "'slow'");
  }

  @Test
  void costsCountTheCoresOfAllFunctions() throws IOException {
    ProfileTables profiles = read(PHASES + "w,s,1769,2,0,0,1,1,1,1\n");
    assertThat(profiles.table(new ProfileKey("w/s", "", "")).keySet().iterator().next().cores())
        .isCloseTo(2, within(1e-12));
  }

  private static final String CONTAINER =
      "function,input,memory_mib,cpu_millicores,instance_type,response_delay_s,status_code";

  @Test
  void aStatusMayBeADecimal() throws IOException {
    ProfileTables profiles =
        read(CONTAINER + "\nf,,128,72,,0.0029,200.0\nf,,128,72,,0.0021,500.0\n");

    assertThat(runs(profiles, "f"))
        .containsExactly(StageRun.warm(0.0029, true), StageRun.warm(0.0021, false));
  }

  @Test
  void aFailedRunNeedsNoLatencyAndTookTheMedianOfTheOthers() throws IOException {
    ProfileTables profiles =
        read(
            CONTAINER
                + "\nf,,128,100,,,500\nf,,128,100,,0.4,200\nf,,128,100,,0.6,200"
                + "\nf,,256,200,,0.8,200\nf,,512,400,,,0\n");

    assertThat(runs(profiles, "f"))
        .containsExactly(
            StageRun.warm(0.5, false),
            StageRun.warm(0.4, true),
            StageRun.warm(0.6, true),
            StageRun.warm(0.8, true),
            StageRun.warm(0.6, false));
    assertThatThrownBy(() -> read(CONTAINER + "\nf,,128,100,,,200\n"))
        .hasMessageContainingAll("line 2", "column response_delay_s: expected a number, found ''");
    assertThatThrownBy(() -> runs(read(CONTAINER + "\nf,,128,100,,,500\n"), "f"))
        .hasMessageContaining("has a latency, expected some");
  }

  @Test
  void aShortLineIsNamedWithFileAndLine() {
    assertThatThrownBy(() -> read(CONTAINER + "\nf,,128,100,,0.5,200\nf,,128,100\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("phases.csv", "line 3", "4 fields, expected 7");
  }

  @Test
  void aByteOrderMarkAndTheCaseOfColumnsMakeNoDifference() throws IOException {
    ProfileTables profiles =
        read("\uFEFF" + CONTAINER.replace("memory_mib", " Memory_MiB ") + "\nf,,128,9,,1,200\n");

    assertThat(runs(profiles, "f")).containsExactly(StageRun.warm(1, true));
  }

  @Test
  void aColumnThatIsNearlyThereIsNamed() {
    assertThatThrownBy(() -> read(CONTAINER.replace("memory_mib", "memory_mb") + "\nf,,1,1,,1,200"))
        .hasMessageContaining("there is no memory_mib, did you mean 'memory_mb'?");
  }

  @Test
  void aColumnTellsWhichRunsWereCold() throws IOException {
    ProfileTables profiles =
        read(
            CONTAINER
                + ",is_cold\nf,,128,9,,2.5,200,True\nf,,128,9,,1,200,False\nf,,128,9,,1,200,0\n");
    ProfileTables stated =
        read(CONTAINER + ",cold_start_s\nf,,128,9,,2.5,200,0.75\nf,,128,9,,1,200,\n");

    assertThat(runs(profiles, "f")).contains(new StageRun(2.5, true, 1.5));
    assertThat(runs(stated, "f"))
        .containsExactly(new StageRun(2.5, true, 0.75), StageRun.warm(1, true));
  }

  @Test
  void resultsOfSebsAreRead() throws IOException {
    ProfileTables profiles =
        read(
            """
            memory,type,is_cold,exec_time,connection_time,client_time,provider_time,mem_used
            128,warm,False,2053,0.002317,17717,3000,
            128,cold,True,1454,0.002453,203090,4000,
            """);

    assertThat(runs(profiles, "phases"))
        .containsExactly(
            StageRun.warm(0.017717, true), new StageRun(0.20309, true, 0.20309 - 0.017717));
  }

  @Test
  void resultsOfPowerTuningAreRead() throws IOException {
    ProfileTables profiles =
        read(
            """
            { "results": { "power": "128", "stats": [
             {"averageDuration": 2.9, "value": 128},
             {"averageDuration": 2.5, "value": 1769} ] } }
            """);

    assertThat(profiles.table(new ProfileKey("phases", "", "")))
        .containsEntry(
            new StageConfiguration(1, 1769 / 1024.0), ImmutableList.of(StageRun.warm(0.0025, true)))
        .hasSize(2);
    assertThatThrownBy(() -> read("{ \"power\": \"128\", \"cost\": 1 }"))
        .hasMessageContainingAll("phases.csv", "includeOutputResults = true");
    assertThatThrownBy(() -> read("{ \"results\": { \"stats\": [ { \"value\": 1 } ] } }"))
        .hasMessageContainingAll("phases.csv", "stats[0].averageDuration");
  }

  @Test
  void activationsAreATableByTheLimitsInForce() throws IOException {
    String record =
        "{\"activationId\":\"%s\",\"namespace\":\"guest\",\"name\":\"f\",\"start\":%d,"
            + "\"duration\":%d,\"response\":{\"success\":%s},\"annotations\":["
            + "{\"key\":\"path\",\"value\":\"guest/f\"},{\"key\":\"kind\",\"value\":\"n\"},"
            + "{\"key\":\"limits\",\"value\":{\"memory\":%d}}%s]}\n";
    String init = ",{\"key\":\"initTime\",\"value\":400}";

    ProfileTables profiles =
        read(
            record.formatted("a", 1_000_000, 500, true, 256, "")
                + record.formatted("a", 1_000_000, 500, true, 256, "")
                + record.formatted("b", 2_000_000, 900, true, 256, init)
                + record.formatted("c", 3_000_000, 300, false, 512, ""));

    assertThat(profiles.table(new ProfileKey("guest/f", "", "")))
        .containsEntry(
            new StageConfiguration(1, 0.25),
            ImmutableList.of(StageRun.warm(0.5, true), new StageRun(0.9, true, 0.4)))
        .containsEntry(new StageConfiguration(1, 0.5), ImmutableList.of(StageRun.warm(0.3, false)))
        .hasSize(2);
  }

  /** What is written is what is read; a damaged line is named. */
  @Test
  void everyRunIsReadAndDamageIsNamed() throws IOException {
    Random random = new Random(6);
    for (int i = 0; i < 50; i++) {
      List<String> lines = new ArrayList<>(List.of(CONTAINER));
      for (int n = 0; n < 20; n++) {
        lines.add("f,," + 128 * (1 + random.nextInt(3)) + ",100,," + (1 + n) / 8.0 + ",200");
      }
      ProfileTables profiles = read(String.join("\n", lines));
      assertThat(runs(profiles, "f"))
          .extracting(StageRun::seconds)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.range(0, 20).mapToObj(n -> (1 + n) / 8.0).collect(Collectors.toList()));

      int damaged = 1 + random.nextInt(20);
      String line = lines.get(damaged);
      lines.set(
          damaged,
          random.nextBoolean()
              ? line.replace(",100,", ",1OO,")
              : line.substring(0, line.length() - 4));
      assertThatThrownBy(() -> read(String.join("\n", lines)))
          .hasMessageContainingAll("phases.csv", "line " + (damaged + 1) + ",");
    }
  }

  private static List<StageRun> runs(ProfileTables profiles, String function) {
    return profiles.table(new ProfileKey(function, "", "")).values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toList());
  }
}
