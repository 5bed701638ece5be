/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static io.aquatope.pool.policy.PolicyFixture.FUNCTION;
import static io.aquatope.pool.policy.PolicyFixture.STEM_CELL;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenWhiskReactivePolicyTest {

  private static final ReactiveSettings REACTIVE =
      new ReactiveSettings(1, 3, Duration.ofMinutes(15), 2, 1);
  private static final PolicySettings SETTINGS =
      PolicySettings.DEFAULT.withStemCells(
          List.of(new StemCellSettings(STEM_CELL, 1, Optional.of(REACTIVE))));

  private static PolicyFixture fixture() {
    return new PolicyFixture(new OpenWhiskReactivePolicy(SETTINGS));
  }

  private static FunctionSpec[] calls(int count) {
    FunctionSpec[] calls = new FunctionSpec[count];
    Arrays.fill(calls, FUNCTION);
    return calls;
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 1", "3, 1", "4, 2", "6, 3", "20, 3"})
  void theCheckTopsUpByColdStartsWithinBounds(int coldStarts, int expected) {
    PolicyFixture fixture = fixture().submit(calls(coldStarts));

    assertThat(fixture.until(Duration.ofMinutes(10)).stemCells().total()).isEqualTo(expected);
  }

  @Test
  void coldStartsAreCountedAnewAfterEachCheck() {
    PolicyFixture fixture = fixture().stemCellsReady(1).submit(calls(5));
    assertThat(fixture.until(Duration.ofMinutes(10)).stemCells().total()).isEqualTo(2);
    fixture.stemCellsReady(6, 7, 8);

    assertThat(fixture.until(Duration.ofMinutes(40)).stemCells().total()).isEqualTo(1);
  }

  @Test
  void unusedOnesExpireAtTheFirstCheckAfterTheirTimeToLive() {
    PolicyFixture fixture = fixture().at(Duration.ofMinutes(1)).stemCellsReady(1);
    fixture.lines();

    assertThat(fixture.until(Duration.ofMinutes(19)).lines()).isEmpty();
    assertThat(fixture.until(Duration.ofMinutes(20)).lines())
        .containsExactly("remove 1", "start 2");
  }

  @Test
  void atMostTheLimitExpiresInOneCheck() {
    PolicySettings limited =
        new PolicySettings(SETTINGS.keepAlive(), three(), SETTINGS.stemCellCheckInterval(), 2);
    PolicyFixture fixture = new PolicyFixture(new OpenWhiskReactivePolicy(limited));
    fixture.stemCellsReady(1, 2, 3).lines();

    assertThat(fixture.until(Duration.ofMinutes(20)).lines())
        .containsExactly("remove 1", "remove 2");
    assertThat(fixture.until(Duration.ofMinutes(30)).lines())
        .containsExactly("remove 3", "start 4");
  }

  private static List<StemCellSettings> three() {
    return List.of(new StemCellSettings(STEM_CELL, 3, Optional.of(REACTIVE)));
  }

  @Test
  void betweenChecksFailedOnesAreReplacedUpToTheMinimum() {
    PolicyFixture fixture =
        new PolicyFixture(new OpenWhiskReactivePolicy(SETTINGS.withStemCells(three())));
    fixture.lines();

    assertThat(fixture.removed(1).removed(2).lines()).isEmpty();
    assertThat(fixture.removed(3).lines()).containsExactly("start 4");
  }

  @Test
  void aTakenOneIsReplacedAtOnce() {
    PolicyFixture fixture = fixture().stemCellsReady(1).submit(FUNCTION);

    assertThat(fixture.stemCells()).isEqualTo(new StemCellCount(0, 1));
  }

  @Test
  void coldStartsThatNoStemCellCouldHavePreventedDoNotCount() {
    FunctionSpec big = new FunctionSpec(new FunctionId("ns", "big", "1"), "nodejs:20", 512, 1);
    PolicyFixture fixture = fixture().submit(big, big, big, big, big, big);

    assertThat(fixture.until(Duration.ofMinutes(10)).stemCells().total()).isEqualTo(1);
  }

  @Test
  void sortsWithoutReactiveSettingsStayAtTheirInitialCount() {
    StemCellSettings fixed = new StemCellSettings(new StemCell("python:3", 256), 2);
    PolicySettings both = SETTINGS.withStemCells(List.of(SETTINGS.stemCells().get(0), fixed));
    PolicyFixture fixture = new PolicyFixture(new OpenWhiskReactivePolicy(both));
    fixture.lines();

    assertThat(fixture.removed(3).lines()).containsExactly("start 4");
    assertThat(fixture.stemCellsReady(1, 2, 4).until(Duration.ofMinutes(20)).lines())
        .containsExactly("remove 1", "start 5");
  }

  @Test
  void withoutReactiveSettingsThereIsNoCheck() {
    PolicySettings fixed = SETTINGS.withStemCells(List.of(new StemCellSettings(STEM_CELL, 2)));

    assertThat(new OpenWhiskReactivePolicy(fixed).nextPlanMicros(0)).isEqualTo(Long.MAX_VALUE);
  }
}
