/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.aquatope.evaluate.EvaluationResult.Summary;
import io.aquatope.models.workflow.Choice;
import io.aquatope.models.workflow.WorkflowGraph;
import org.junit.jupiter.api.Test;

class MethodComparisonTest {

  private final EvaluatedWorkflow easy = workflow("easy");
  private final EvaluatedWorkflow hard = workflow("hard");
  private final MethodComparison comparison =
      new MethodComparison(
          ImmutableList.of(
              course(easy, EvaluationMethod.DEFAULT, 0.02, 3),
              course(easy, EvaluationMethod.OPENWHISK, 0.5, 1),
              course(easy, EvaluationMethod.AUTOSCALE, 0.1, 10),
              course(easy, EvaluationMethod.CLITE, 0.02, 5),
              course(easy, EvaluationMethod.ORACLE, 0, 2),
              course(hard, EvaluationMethod.DEFAULT, 0.04, 4),
              course(hard, EvaluationMethod.OPENWHISK, 1, 1),
              course(hard, EvaluationMethod.AUTOSCALE, 0.1, 8),
              course(hard, EvaluationMethod.CLITE, 0.4, 2),
              course(hard, EvaluationMethod.ORACLE, 0.1, 2)),
          2);

  private static EvaluatedWorkflow workflow(String name) {
    return new EvaluatedWorkflow(
        name, Workflows.measured(WorkflowGraph.chain(1), 10), Choice.of(0));
  }

  /** Two seeds around a mean. */
  private static MethodRuns course(
      EvaluatedWorkflow workflow, EvaluationMethod method, double violations, double cost) {
    return new MethodRuns(
        workflow,
        method,
        ImmutableList.of(
            new MethodOutcome(50, violations / 2, cost * 0.9, 0),
            new MethodOutcome(50, violations * 1.5, cost * 1.1, 0)));
  }

  @Test
  void violationsAreHeldAgainstTheBestThatDoesNotKnowTheGraph() {
    assertThat(comparison.summary(EvaluationMethod.DEFAULT).violationsOverBestOther())
        .as("3 % on average, and 10 % with autoscale; the oracle does not count")
        .isCloseTo(0.3, within(1e-12));
    assertThat(comparison.summary(EvaluationMethod.AUTOSCALE).violationsOverBestOther())
        .as("10 %, and 21 % with clite")
        .isCloseTo(0.1 / 0.21, within(1e-12));
  }

  @Test
  void costIsHeldAgainstTheCheapestOtherThatMeetsQosWorkflowByWorkflow() {
    Summary summary = comparison.summary(EvaluationMethod.DEFAULT);
    assertThat(summary.costOverBestQosMeeting().mean())
        .as("clite for the easy one, autoscale for the hard one; openwhisk meets QoS of none")
        .isCloseTo((3 / 5.0 + 4 / 8.0) / 2, within(1e-12));
    assertThat(summary.costOverBestQosMeeting().min()).isCloseTo(0.5, within(1e-12));
    assertThat(summary.meetsQos()).isEqualTo(2);
  }

  @Test
  void whatCannotBeComparedIsMissing() {
    Summary alone =
        new MethodComparison(ImmutableList.of(course(easy, EvaluationMethod.DEFAULT, 0, 1)), 2)
            .summary(EvaluationMethod.DEFAULT);
    assertThat(alone.violationsOverBestOther()).isNull();
    assertThat(alone.costOverBestQosMeeting().mean()).isNull();
  }
}
