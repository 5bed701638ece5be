/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OwnerSplitTest {

  @Property
  void everyOwnerIsInExactlyOnePart(@ForAll String owner) {
    long parts =
        IntStream.rangeClosed(1, 5).filter(i -> new OwnerSplit(i, 5).heldOut(owner)).count();

    assertThat(parts).isEqualTo(1);
  }

  @Test
  void partsComplementEachOther() {
    List<FunctionDemand> series = SeriesForTests.population(30, 3);
    OwnerSplit split = OwnerSplit.parse("2/3");

    assertThat(split.heldOut(series))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(split.others(series));
    assertThat(split.heldOut(series).size() + split.others(series).size()).isEqualTo(30);
  }

  @Test
  void refusesWhatIsNoFold() {
    assertThatThrownBy(() -> OwnerSplit.parse("a third")).hasMessageContaining("such as 1/3");
    assertThatThrownBy(() -> OwnerSplit.parse("4/3")).hasMessageContaining("4/3");
  }
}
