/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.prewarm.PrewarmPolicies;
import io.aquatope.prewarm.PrewarmSetup;
import io.aquatope.tune.WorkflowFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowEvaluationTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws IOException {
    StringBuilder profiles =
        new StringBuilder(
            "function,input,memory_mib,cpu_millicores,instance_type,response_delay_s,status_code\n");
    for (int cpu : new int[] {250, 500, 1000, 2000}) {
      for (int memory : new int[] {256, 1024}) {
        for (int rep = 0; rep < 3; rep++) {
          profiles.append(
              String.format(
                  Locale.ROOT, "f,i,%d,%d,m,%.3f,200\n", memory, cpu, 1000.0 / cpu + 0.01 * rep));
        }
      }
    }
    Files.writeString(folder.resolve("profiles.csv"), profiles);
    Files.writeString(
        folder.resolve("w.conf"),
        """
        workflow {
          name = w, qos = 3.5 s, quantile = 0.9
          stages {
            a { function = f, input = i, instance-type = m }
            b { function = f, input = i, instance-type = m, after = [a] }
          }
        }
        """);
    StringBuilder trace = new StringBuilder("app,func,end_timestamp,duration\n");
    IntStream.range(0, 120)
        .forEach(i -> trace.append(String.format(Locale.ROOT, "a,f,%d,1\n", 30 * i + 1)));
    Files.writeString(folder.resolve("trace.csv"), trace);
  }

  private EvaluationResult run(EvaluationMethod... methods) throws IOException {
    return new WorkflowEvaluation(
            new EvaluationOptions(
                ImmutableList.of(WorkflowFile.read(folder.resolve("w.conf"))),
                ImmutableList.of(folder.resolve("trace.csv")),
                ImmutableList.of(folder.resolve("profiles.csv")),
                ImmutableList.copyOf(methods),
                2),
            followers ->
                PrewarmPolicies.addTo(
                    PolicyRegistry.standard(), PrewarmSetup.virtual().withFollowers(followers)),
            line -> {})
        .run();
  }

  @Test
  void theOracleMeetsQosAtTheLeastCostAndOpenWhiskDoesNot() throws IOException {
    EvaluationResult result =
        run(EvaluationMethod.ORACLE, EvaluationMethod.OPENWHISK, EvaluationMethod.AUTOSCALE);
    EvaluationResult.Result openwhisk = result.results().get(0);
    EvaluationResult.Result autoscale = result.results().get(1);
    EvaluationResult.Result oracle = result.results().get(2);
    assertThat(List.of(openwhisk.method(), autoscale.method(), oracle.method()))
        .containsExactly("openwhisk", "autoscale", "oracle");
    assertThat(openwhisk.meetsQos()).as("2 s of one core at a quarter of one, twice").isFalse();
    assertThat(oracle.meetsQos()).isTrue();
    assertThat(oracle.coldStartRatio()).isZero();
    assertThat(oracle.cost()).isLessThan(autoscale.cost());
    assertThat(oracle.requests()).isEqualTo(240);
  }

  @Test
  void theDefaultMeetsQosWhileItLearns() throws IOException {
    EvaluationResult result = run(EvaluationMethod.DEFAULT);
    assertThat(result.results().get(0).meetsQos()).isTrue();
    assertThat(result.summary().get(0).costOverBestQosMeeting().mean())
        .as("nothing to compare with")
        .isNull();
  }

  @Test
  void sameOptionsSameAnswer() throws IOException {
    assertThat(run(EvaluationMethod.AARC)).isEqualTo(run(EvaluationMethod.AARC));
  }

  @Test
  void aTargetThatNothingMeetsIsRefused() throws IOException {
    Path file = folder.resolve("w.conf");
    Files.writeString(file, Files.readString(file).replace("3.5 s", "0.5 s"));
    assertThatThrownBy(() -> run(EvaluationMethod.OPENWHISK))
        .hasMessageContaining("workflow w")
        .hasMessageContaining("0.5 s");
  }

  @Test
  void theExamplesAreReadable() {
    assertThat(ExampleWorkflows.all().stream().map(WorkflowFile::name))
        .containsExactlyElementsOf(ExampleWorkflows.NAMES);
  }
}
