/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.exchange.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.exchange.message.Records;
import io.aquatope.exchange.workflow.observation.StageOutcome;
import io.aquatope.exchange.workflow.observation.WorkflowInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemoryStepsTest {

  private final MemorySteps steps = new MemorySteps(128, 512);

  @Test
  void nothingIsSaidBeforeEnoughHasBeenSeen() {
    assertThat(steps.advice(seen(19, 70, 70))).isEmpty();
    assertThat(steps.advice(seen(20, 70, 70))).isPresent();
  }

  @Test
  void nothingIsSaidWhereTheKernelDoesNotTell() {
    assertThat(steps.advice(seen(30, 70, 0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"10,128", "102,128", "103,192", "153,192", "154,256", "900,512"})
  void aQuarterMoreThanWasSeenInStepsWithinWhatIsAllowed(int peakMb, int advisedMb) {
    assertThat(steps.advice(seen(20, peakMb, 70))).contains(List.of(advisedMb, 128));
  }

  @Test
  void oneRunThatNeedsMoreCounts() {
    WorkflowState state = observed(seen(20, 70, 70), 200, 70);

    assertThat(steps.advice(state)).contains(List.of(256, 128));
  }

  @ParameterizedTest
  @CsvSource({"128,192", "160,192", "191,192", "192,256"})
  void theNextStepIsAMultipleThatIsMore(int megabytes, int above) {
    assertThat(MemorySteps.above(megabytes)).isEqualTo(above);
  }

  @Test
  void limitsThatAreNoRangeAreRefused() {
    assertThatThrownBy(() -> new MemorySteps(512, 128))
        .hasMessageContaining("memory: '512 to 128', expected a range of MB");
  }

  private static WorkflowState seen(int runs, int cartMb, int payMb) {
    WorkflowState state = WorkflowState.first(Records.SHOP);
    for (int i = 0; i < runs; i++) {
      state = observed(state, cartMb, payMb);
    }
    return state;
  }

  private static WorkflowState observed(WorkflowState state, int cartMb, int payMb) {
    return WorkflowFold.observed(
        state,
        state.version(),
        1_000,
        new WorkflowInstance(600, Map.of("cart", run(cartMb), "pay", run(payMb))));
  }

  private static StageOutcome run(int peakMb) {
    return new StageOutcome("invoker0", 1000, 256, peakMb, 0.25, true, false, true);
  }
}
