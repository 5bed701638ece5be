/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.MeasuredWorkflow;
import io.aquatope.models.workflow.Oracle;
import io.aquatope.models.workflow.StageRun;
import io.aquatope.models.workflow.WorkflowRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

  private static final String HEADER =
      "function,input,memory_mib,cpu_millicores,instance_type,response_delay_s,status_code\n";

  @TempDir private Path folder;
  private Path profiles = Path.of("");

  @BeforeEach
  void writeProfiles() throws IOException {
    StringBuilder csv = new StringBuilder(HEADER);
    for (int cpu : new int[] {250, 500, 1000, 2000}) {
      for (int memory : new int[] {256, 512, 1024}) {
        for (int rep = 0; rep < 4; rep++) {
          double seconds = 1000.0 / Math.min(cpu, 1000) * (1 + 0.01 * rep);
          csv.append(
              String.format(Locale.ROOT, "wide,i,%d,%d,m5,%.4f,200\n", memory, cpu, seconds));
        }
      }
      csv.append(String.format(Locale.ROOT, "narrow,i,512,%d,m5,1,200\n", cpu));
    }
    profiles = Files.writeString(folder.resolve("profiles.csv"), csv);
  }

  private List<WorkflowSuite.Member> draw(int count, long seed) throws IOException {
    return new WorkflowSuite(ProfileTables.read(List.of(profiles)), new double[] {1.5, 2.5}, seed)
        .draw(count);
  }

  @Test
  void membersHaveOneToEightStagesOfWideTablesAndTargetsThatCanBeMet() throws IOException {
    List<WorkflowSuite.Member> members = draw(9, 1);
    assertThat(members)
        .extracting(m -> m.workflow().problem().size())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 1);
    assertThat(members)
        .allSatisfy(
            m -> {
              assertThat(m.workflow().problem().stages())
                  .allSatisfy(s -> assertThat(s.profile()).contains("wide"));
              assertThat(m.workflow().feasible(m.workflow().fastest())).isTrue();
            });
  }

  @Test
  void theSameSeedDrawsTheSameWorkflows() throws IOException {
    assertThat(draw(5, 3))
        .extracting(m -> m.workflow().problem().graph())
        .isEqualTo(draw(8, 3).stream().limit(5).map(m -> m.workflow().problem().graph()).toList());
  }

  @Test
  void tablesTooNarrowToChooseFromAreNoSuite() throws IOException {
    Path table = folder.resolve("narrow.csv");
    Files.writeString(table, HEADER + "f,i,512,1000,m5,1,200");
    ProfileTables narrow = ProfileTables.read(List.of(table));
    assertThatThrownBy(() -> new WorkflowSuite(narrow, new double[] {2}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 10 configurations");
  }

  @Test
  void aSuiteSumsUpWhatItsWorkflowsShow() throws IOException {
    List<TuneResult> finished = new ArrayList<>();
    SuiteResult result =
        SuiteRunner.suite(
            2,
            1,
            new TuneOptions(
                ImmutableList.of(profiles),
                ImmutableList.of(TuningMethod.ORACLE, TuningMethod.AUTOSCALE),
                6,
                0,
                2,
                InjectedFault.NONE),
            finished::add);
    assertThat(result.workflows()).isEqualTo(finished).hasSize(2);
    assertThat(result.methods())
        .extracting(SuiteResult.Method::method)
        .containsExactly("autoscale", "oracle");
    SuiteResult.Method oracle = result.methods().get(1);
    assertThat(oracle.costOverOracle().median()).isEqualTo(new SuiteEstimate(1, 1, 1));
    assertThat(oracle.infeasibleShare().high()).isZero();
    assertThat(result.methods().get(0).costOverOracle().median().value()).isGreaterThan(1);
  }

  @Test
  void driftDoublesWhatStagesTakeFromHalfTimeOn() throws IOException {
    MeasuredWorkflow workflow = draw(3, 1).get(2).workflow();
    MeasuredWorkflow later = InjectedFault.DRIFT.later(workflow);
    assertThat(later.latencyQuantile(later.fastest()))
        .isEqualTo(2 * workflow.latencyQuantile(workflow.fastest()));
  }

  @Test
  void theFailingStageFailsWithLessThanItsMostMemory() throws IOException {
    MeasuredWorkflow later = InjectedFault.FAILING_STAGE.later(draw(1, 1).get(0).workflow());
    Oracle.Solution oracle = Oracle.solve(later).orElseThrow();
    assertThat(later.problem().stages().get(0).candidates().get(oracle.choice().get(0)).memoryGib())
        .isEqualTo(1);
  }

  @Test
  void oneRunInFiveHasOneStageFiveTimesSlower() {
    WorkflowRun run =
        new WorkflowRun(ImmutableList.of(StageRun.warm(1, true), StageRun.warm(1, true)));
    SplittableRandom random = new SplittableRandom(4);
    int struck = 0;
    for (int i = 0; i < 1000; i++) {
      double sum =
          InjectedFault.OUTLIERS.disturb(run, random).stages().stream()
              .mapToDouble(StageRun::seconds)
              .sum();
      assertThat(sum).isIn(2.0, 6.0);
      struck += sum == 6 ? 1 : 0;
    }
    assertThat(struck).isBetween(160, 240);
  }
}
