/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import io.aquatope.models.workflow.WorkflowGraph;
import io.aquatope.models.workflow.WorkflowProblem;
import org.junit.jupiter.api.Test;

class OpenWhiskDefaultsTest {

  @Test
  void isTheMemoryNearest256MbWithCpuInProportion() {
    StageSpace stage =
        new StageSpace(
            "s",
            "f",
            ImmutableList.of(
                new StageConfiguration(2, 1),
                new StageConfiguration(2, 0.3),
                new StageConfiguration(0.5, 0.3),
                new StageConfiguration(0.25, 0.3),
                new StageConfiguration(0.25, 0.125)));
    WorkflowProblem problem =
        new WorkflowProblem(
            WorkflowGraph.chain(1), ImmutableList.of(stage), Workflows.PRICES, 1, 0.95);
    assertThat(OpenWhiskDefaults.of(problem)).isEqualTo(Choice.of(2));
  }
}
