/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy;

import static io.aquatope.pool.policy.PolicyFixture.FUNCTION;
import static io.aquatope.pool.policy.PolicyFixture.STEM_CELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenWhiskPolicyTest {

  private static final PolicySettings TWO_STEM_CELLS =
      PolicySettings.DEFAULT.withStemCells(List.of(new StemCellSettings(STEM_CELL, 2)));

  @Test
  void keepsAnIdleContainerForTenMinutes() {
    PolicyFixture fixture = new PolicyFixture(new OpenWhiskPolicy(PolicySettings.DEFAULT));
    fixture.submit(FUNCTION).at(Duration.ofSeconds(1)).completed(1).lines();

    assertThat(fixture.until(Duration.ofMinutes(10)).lines()).isEmpty();
    assertThat(fixture.until(Duration.ofMinutes(10).plusSeconds(1)).lines())
        .containsExactly("remove 1");
  }

  @Test
  void startsTheInitialCountAndReplacesATakenOneAtOnce() {
    PolicyFixture fixture = new PolicyFixture(new OpenWhiskPolicy(TWO_STEM_CELLS));
    assertThat(fixture.lines()).containsExactly("start 1", "start 2");

    assertThat(fixture.stemCellsReady(1, 2).submit(FUNCTION).lines())
        .containsExactly("run in 1 STEM_CELL", "start 3");
    assertThat(fixture.stemCells()).isEqualTo(new StemCellCount(1, 1));
  }

  @Test
  void replacesAFailedOne() {
    PolicyFixture fixture = new PolicyFixture(new OpenWhiskPolicy(TWO_STEM_CELLS));
    fixture.lines();

    assertThat(fixture.removed(2).lines()).containsExactly("start 3");
  }

  @Test
  void neverExpiresStemCells() {
    PolicyFixture fixture = new PolicyFixture(new OpenWhiskPolicy(TWO_STEM_CELLS));

    assertThat(fixture.stemCellsReady(1, 2).until(Duration.ofDays(1)).stemCells())
        .isEqualTo(new StemCellCount(2, 0));
  }

  @Test
  void eachSortOfStemCellIsConfiguredOnce() {
    StemCell same = new StemCell("nodejs:20", 256);

    assertThatThrownBy(
            () ->
                TWO_STEM_CELLS.withStemCells(
                    List.of(new StemCellSettings(STEM_CELL, 2), new StemCellSettings(same, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected each sort once");
  }
}
