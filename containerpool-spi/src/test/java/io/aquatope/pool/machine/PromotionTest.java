/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.PoolFixture.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction.StartStemCells;
import io.aquatope.pool.StemCell;
import org.junit.jupiter.api.Test;

/** Functions that get stem cells of more memory than they ask for. */
class PromotionTest {

  private static final FunctionSpec SMALL = function("small", 256);
  private static final FunctionSpec HALF = function("half", 6_500);

  private final ScriptedPolicy policy =
      new ScriptedPolicy() {
        @Override
        public boolean promotesStemCells() {
          return true;
        }
      };

  /** A pool with a number of stem cells of 512 MB, of which the first number is 1. */
  private PoolFixture pool(int memoryMb, int stemCells) {
    policy.initially(new StartStemCells(new StemCell("nodejs:20", 512), stemCells));
    PoolFixture pool = new PoolFixture(memoryMb, policy);
    for (int i = 1; i <= stemCells; i++) {
      pool.stemCellReady(i);
    }
    pool.lines();
    return pool;
  }

  @Test
  void onlyAnEighthOfWhatIsLeftOfHalfTheMemoryIsTakenInExcess() {
    PoolFixture pool = pool(9 * 1024, 3);

    pool.submit("a1", SMALL).submit("a2", SMALL).submit("a3", SMALL);

    assertThat(pool.lines())
        .contains("run a1 in 1 STEM_CELL", "run a2 in 2 STEM_CELL", "run a3 in 4 COLD");
    pool.pool.checkConsistent();
  }

  @Test
  void theExcessOfAContainerThatEndedMayBeTakenAgain() {
    PoolFixture pool = pool(6 * 1024, 2);

    pool.submit("a1", SMALL).removedWithoutReplacement(1).submit("a2", SMALL);

    assertThat(pool.lines()).contains("run a1 in 1 STEM_CELL", "run a2 in 2 STEM_CELL");
  }

  @Test
  void aContainerOfMoreMemoryStaysWhileHalfOfTheMemoryIsLeft() {
    PoolFixture pool = pool(50 * 256, 1);

    pool.submit("a1", SMALL).completed(1).submit("a2", SMALL);

    assertThat(pool.lines()).contains("run a2 in 1 WARM");
  }

  @Test
  void aContainerOfMoreMemoryEndsWithItsRunWhenLessIsLeft() {
    PoolFixture pool = pool(50 * 256, 1);

    pool.submit("a1", SMALL).submit("b1", HALF).completed(1).submit("a2", SMALL);

    assertThat(pool.lines()).contains("run b1 in 2 COLD", "remove 1", "run a2 in 3 COLD");
    assertThat(pool.pool.view().usedMb()).isEqualTo(6_500 + 256);
  }
}
