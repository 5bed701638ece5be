/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.MeasuredWorkflow;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunnerTest {

  private static final String HEADER =
      "function,input,memory_mib,cpu_millicores,instance_type,rep,response_delay_s,status_code,x\n";

  @TempDir private Path folder;
  private Path profiles = Path.of("");

  @BeforeEach
  void writeProfiles() throws IOException {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int cpu : new int[] {250, 500, 1000, 2000}) {
      for (int memory : new int[] {256, 512, 1024}) {
        for (int rep = 0; rep < 4; rep++) {
          double seconds = 1000.0 / Math.min(cpu, 1000) * (1 + 0.01 * rep);
          int status = memory == 256 ? 500 : 200;
          csv.append(
              String.format(
                  Locale.ROOT,
                  "thumbnail,small,%d,%d,m5.large,%d,%.4f,%d,\n",
                  memory,
                  cpu,
                  rep,
                  seconds,
                  status));
        }
      }
    }
    profiles = write("profiles.csv", csv.toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path workflow(String qos, String secondAfter) throws IOException {
    return write(
        "workflow.conf",
        """
        workflow {
          name = "two", qos = %s
          stages {
            second { function = thumbnail, input = small, instance-type = m5.large, after = [%s] }
            first { function = thumbnail, input = small, instance-type = m5.large, after = [] }
          }
        }
        """
            .formatted(qos, secondAfter));
  }

  private TuneOptions options(int budget, int batch, int seeds, TuningMethod... methods) {
    return new TuneOptions(
        ImmutableList.of(profiles),
        ImmutableList.copyOf(methods),
        budget,
        batch,
        seeds,
        InjectedFault.NONE);
  }

  @Test
  void readsStagesInTheOrderOfTheGraphAndFailuresAsFailures() throws IOException {
    MeasuredWorkflow measured =
        WorkflowFile.read(workflow("2.5 s", "first")).over(ProfileTables.read(List.of(profiles)));
    assertThat(measured.problem().stages().get(0).name()).isEqualTo("first");
    assertThat(measured.problem().quantile()).isEqualTo(0.95);
    int enough = 7; // 1 core, 512 MiB
    assertThat(measured.problem().stages().get(0).candidates().get(enough).cores()).isEqualTo(1);
    assertThat(measured.feasible(Choice.of(enough, enough))).isTrue();
    assertThat(measured.brokenShare(Choice.of(enough, enough - 1))).isEqualTo(1);
    assertThat(measured.cost(Choice.of(enough, enough)))
        .isCloseTo(2 * 1.015 * (0.000048 + 0.5 * 0.0000034), within(1e-12));
  }

  @Test
  void readsCompressedProfilesAlike() throws IOException {
    Path compressed = folder.resolve("profiles.csv.gz");
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(compressed)), StandardCharsets.UTF_8)) {
      out.write(Files.readString(profiles));
    }
    ProfileKey key = new ProfileKey("thumbnail", "small", "m5.large");
    assertThat(ProfileTables.read(List.of(compressed)).table(key))
        .isEqualTo(ProfileTables.read(List.of(profiles)).table(key))
        .hasSize(12);
  }

  @Test
  void theDefaultComesFirstFindsTheOptimumAndBeatsChance() throws IOException {
    TuneResult result =
        SuiteRunner.workflow(
            workflow("2.5 s", "first"),
            options(25, 0, 3, TuningMethod.RANDOM, TuningMethod.ORACLE, TuningMethod.DEFAULT));
    assertThat(result.workflow()).isEqualTo("two");
    assertThat(result.results().stream().map(TuneResult.Method::method))
        .containsExactly("default", "random", "oracle");
    TuneResult.Method best = result.results().get(0);
    assertThat(best.costOverOracle().median()).isBetween(1.0, 1.05);
    assertThat(best.finalViolationShare()).isLessThan(0.05);
    assertThat(best.evaluationsTo5Percent().median())
        .isLessThan(result.results().get(1).evaluationsTo5Percent().median());
    assertThat(result.results().get(2).costOverOracle().p90()).isEqualTo(1);
    assertThat(result.results().get(2).evaluationsTo5Percent().p90()).isEqualTo(1);
  }

  @Test
  void everyMethodAnswersWithAMeasuredChoice() throws IOException {
    TuneResult result =
        SuiteRunner.workflow(workflow("8 s", "first"), options(14, 2, 1, TuningMethod.values()));
    assertThat(result.results()).hasSize(TuningMethod.values().length);
    assertThat(result.results())
        .allSatisfy(m -> assertThat(m.costOverOracle().median()).isPositive());
  }

  @Test
  void wrongInputIsNamed() throws IOException {
    Path wrongNumber = write("bad.csv", HEADER + "f,i,512,1000,m5,0,fast,200,\n");
    assertThatThrownBy(() -> ProfileTables.read(List.of(wrongNumber)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("bad.csv", "line 2", "response_delay_s", "'fast'");
    Path noColumn = write("short.csv", "function,input\nf,i\n");
    assertThatThrownBy(() -> ProfileTables.read(List.of(noColumn)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("short.csv", "memory_mib", "status_code");
    ProfileTables good = ProfileTables.read(List.of(profiles));
    WorkflowFile unknownStage = WorkflowFile.read(workflow("2 s", "third"));
    assertThatThrownBy(() -> unknownStage.over(good))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("stages.second.after", "'third'", "first");
    WorkflowFile circle = WorkflowFile.read(workflow("2 s", "second"));
    assertThatThrownBy(() -> circle.over(good))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("circle");
    WorkflowFile noQos = WorkflowFile.read(write("noqos.conf", "workflow { name = x, stages {} }"));
    assertThatThrownBy(() -> noQos.over(good)).isInstanceOf(IllegalArgumentException.class);
    Path impossible = workflow("1 s", "first");
    assertThatThrownBy(
            () -> SuiteRunner.workflow(impossible, options(5, 0, 1, TuningMethod.DEFAULT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no choice of measured configurations meets qos");
    assertThatThrownBy(() -> TuningMethod.named("magic"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("'magic'", "aquatope-paper");
  }
}
