/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.PooledContainer.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StemCellShelfTest {

  private final StemCellShelf promoting = new StemCellShelf(true);
  private final StemCellShelf exact = new StemCellShelf(false);
  private long number;

  private PooledContainer add(String kind, int memoryMb) {
    StemCell sort = new StemCell(kind, memoryMb);
    PooledContainer container =
        new PooledContainer(new ContainerId(++number), sort, State.STEM_CELL);
    promoting.of(sort).ready.add(container);
    return container;
  }

  private @Nullable PooledContainer promoted(String kind, int memoryMb) {
    return promoting.oldestFor(new StemCell(kind, memoryMb), Long.MAX_VALUE / 2);
  }

  @Test
  void theLeastThatWillDoIsTaken() {
    add("nodejs:20", 1024);
    PooledContainer middle = add("nodejs:20", 512);
    add("nodejs:20", 128);

    assertThat(promoted("nodejs:20", 256)).isSameAs(middle);
  }

  @Test
  void smallerOnesAndOtherKindsWillNotDo() {
    add("nodejs:20", 128);
    add("python:3", 1024);

    assertThat(promoted("nodejs:20", 256)).isNull();
  }

  @Test
  void aLargerOneIsNotTakenWhereMemoryIsShort() {
    add("nodejs:20", 512);

    assertThat(promoting.oldestFor(new StemCell("nodejs:20", 256), 0)).isNull();
    assertThat(promoting.oldestFor(new StemCell("nodejs:20", 512), 0)).isNotNull();
  }

  @Test
  void aStartingOneIsTheOldestOnlyWhereNoneIsReady() {
    StemCell sort = new StemCell("nodejs:20", 256);
    PooledContainer starting =
        new PooledContainer(new ContainerId(++number), sort, State.STEM_CELL_STARTING);
    promoting.of(sort).starting.add(starting);
    assertThat(promoting.oldest()).isSameAs(starting);

    PooledContainer ready = add("python:3", 128);
    assertThat(promoting.oldest()).isSameAs(ready);
  }

  @Test
  void withoutPromotionOnlyTheSameMemoryWillDo() {
    PooledContainer container =
        new PooledContainer(
            new ContainerId(++number), new StemCell("nodejs:20", 512), State.STEM_CELL);
    exact.of(container.stemCell).ready.add(container);

    assertThat(exact.oldestFor(new StemCell("nodejs:20", 256), Long.MAX_VALUE / 2)).isNull();
    assertThat(exact.oldestFor(new StemCell("nodejs:20", 512), Long.MAX_VALUE / 2))
        .isSameAs(container);
  }
}
