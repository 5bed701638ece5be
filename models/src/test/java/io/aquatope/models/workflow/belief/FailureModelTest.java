/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.models.workflow.belief;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.aquatope.models.workflow.StageConfiguration;
import io.aquatope.models.workflow.StageSpace;
import org.junit.jupiter.api.Test;

class FailureModelTest {

  private static final StageConfiguration SMALL = new StageConfiguration(1, 0.25);
  private static final StageConfiguration MIDDLE = new StageConfiguration(1, 1);
  private static final StageConfiguration LARGE = new StageConfiguration(1, 4);

  private final FailureModel model =
      new FailureModel(new StageSpace("s", "f", ImmutableList.of(SMALL, MIDDLE, LARGE)));

  @Test
  void lessMemoryIsNeverSafer() {
    double[] failure = model.failure();
    assertThat(failure[0]).isGreaterThan(failure[1]);
    assertThat(failure[1]).isGreaterThan(failure[2]);
    assertThat(failure[0]).as("prior").isBetween(0.1, 0.5);
  }

  @Test
  void aFailureCondemnsWhatIsSmallerAndASuccessClearsWhatIsLarger() {
    model.observe(MIDDLE, false);
    model.observe(LARGE, true);
    double[] failure = model.failure();
    assertThat(failure[0]).isGreaterThan(0.9);
    assertThat(failure[1]).isGreaterThan(0.6);
    assertThat(failure[2]).isLessThan(0.15);
  }

  @Test
  void theBrinkIsTrustedOnlyAfterManySuccesses() {
    model.observe(SMALL, true);
    double afterOne = model.failure()[0];
    for (int i = 0; i < 20; i++) {
      model.observe(SMALL, true);
    }
    assertThat(afterOne).isGreaterThan(0.01);
    assertThat(model.failure()[0]).isLessThan(0.01);
  }

  @Test
  void repeatedFailuresOfWhatWasSafeAreNews() {
    for (int i = 0; i < 10; i++) {
      model.observe(LARGE, true);
      model.observe(MIDDLE, true);
    }
    assertThat(model.contradicts(MIDDLE)).as("once may be chance").isFalse();
    model.observe(MIDDLE, false);
    assertThat(model.contradicts(MIDDLE)).isTrue();
    model.doubt();
    model.observe(MIDDLE, false);
    assertThat(model.failure()[1]).isGreaterThan(0.3);
  }
}
