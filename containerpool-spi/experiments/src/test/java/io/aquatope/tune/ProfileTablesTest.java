/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.aquatope.models.workflow.MeasuredStage;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
}
