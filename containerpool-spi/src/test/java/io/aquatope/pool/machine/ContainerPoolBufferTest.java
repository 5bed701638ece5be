/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.PoolFixture.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction.StartStemCells;
import org.junit.jupiter.api.Test;

/** Activations that wait, and when more are asked for. */
class ContainerPoolBufferTest {

  private static final FunctionSpec A = function("a", 256);
  private static final FunctionSpec B = function("b", 256);
  private static final FunctionSpec BIG = function("big", 512);
  private static final FunctionSpec SHARED = function("shared", 256, 3);

  private final ScriptedPolicy policy = new ScriptedPolicy();

  @Test
  void waitingActivationsAreServedInTheirOrder() {
    PoolFixture fixture = new PoolFixture(256, policy);
    fixture.submit("a1", A).submit("b1", B).submit("a2", A);

    assertThat(fixture.lines()).containsExactly("run a1 in 1 COLD", "buffered b1", "buffered a2");
    assertThat(fixture.pool.view().buffered()).isEqualTo(2);
    assertThat(fixture.pool.view().bufferedMb()).isEqualTo(512);
    assertThat(fixture.completed(1).lines())
        .containsExactly("evicted 1", "remove 1", "run b1 in 2 RECREATED");
    assertThat(fixture.completed(2).lines())
        .containsExactly("evicted 2", "remove 2", "run a2 in 3 RECREATED", "ready", "ready");
  }

  @Test
  void nobodyOvertakesEvenIfAContainerIsWarmForIt() {
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("a1", A).submit("b1", B).completed(2).submit("big1", BIG).lines();

    assertThat(fixture.submit("b2", B).lines()).containsExactly("buffered b2");
    assertThat(fixture.completed(1).lines())
        .containsExactly(
            "evicted 2", "remove 2", "evicted 1", "remove 1", "run big1 in 3 RECREATED");
  }

  @Test
  void oneEndCanServeSeveral() {
    PoolFixture fixture = new PoolFixture(512, policy).submit("big1", BIG);
    fixture.submit("a1", A).submit("b1", B).lines();

    assertThat(fixture.completed(1).lines())
        .containsExactly(
            "evicted 1", "remove 1", "run a1 in 2 RECREATED", "run b1 in 3 COLD", "ready");
  }

  @Test
  void theFreedContainerServesTheHeadOfTheSameFunction() {
    PoolFixture fixture = new PoolFixture(256, policy).submit("a1", A).submit("a2", A);
    fixture.lines();

    assertThat(fixture.completed(1).lines()).containsExactly("run a2 in 1 WARM", "ready");
  }

  @Test
  void moreIsAskedForOnceForEachActivationAndOnlyWhenNoneWaits() {
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("a1", A).submit("b1", B).submit("big1", BIG).lines();

    assertThat(fixture.completed(1).lines()).isEmpty();
    assertThat(fixture.completed(2).lines()).endsWith("run big1 in 3 RECREATED", "ready", "ready");
    assertThat(fixture.completed(3).lines()).containsExactly("ready");
  }

  @Test
  void aReadyStemCellServesTheHead() {
    policy.initially(new StartStemCells(A.stemCell(), 1));
    PoolFixture fixture = new PoolFixture(512, policy).submit("b1", B).submit("a1", A);
    fixture.lines();

    assertThat(fixture.stemCellReady(1).lines()).containsExactly("run a1 in 1 STEM_CELL");
  }

  @Test
  void handedBackActivationsGoBeforeThoseThatCameAfterThem() {
    PoolFixture fixture = new PoolFixture(256, policy);
    fixture.submit("s1", SHARED).submit("s2", SHARED).submit("s3", SHARED).submit("a1", A).lines();
    fixture.handBack(1, "s2", SHARED).handBack(1, "s3", SHARED);
    assertThat(fixture.pool.view().buffered()).isEqualTo(3);
    fixture.rescheduling(1).handBack(1, "s1", SHARED);

    assertThat(fixture.lines())
        .containsExactly(
            "lost 1", "run s2 in 2 COLD", "run s3 in 2 WARMING_COLD", "run s1 in 2 WARMING_COLD");
    assertThat(fixture.pool.view().buffered()).isEqualTo(1);
  }
}
