/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.PoolFixture.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction.Prepare;
import io.aquatope.pool.PoolAction.StartStemCells;
import io.aquatope.pool.PoolAction.TopUpStemCells;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Containers that fail, end by themselves or hand back what they were given. */
class ContainerPoolFailureTest {

  private static final FunctionSpec A = function("a", 256);
  private static final FunctionSpec B = function("b", 256);
  private static final FunctionSpec SHARED = function("shared", 256, 3);
  private static final StemCell STEM_CELL = A.stemCell();

  private final ScriptedPolicy policy = new ScriptedPolicy();

  @Test
  void aFailedActivationIsDealtWithAndItsMemoryFreed() {
    PoolFixture fixture = new PoolFixture(256, policy).submit("a1", A).submit("b1", B);
    fixture.lines();

    assertThat(fixture.removed(1).lines()).containsExactly("lost 1", "run b1 in 2 COLD", "ready");
    assertThat(fixture.terminated(1).lines()).isEmpty();
  }

  @Test
  void thePolicyHearsOfABusyContainerThatEnds() {
    PoolFixture fixture = new PoolFixture(1024, policy).submit("a1", A).submit("b1", B);
    fixture.removed(1).terminated(2);
    assertThat(policy.aborted).containsExactly(A, B);
  }

  @Test
  void thePolicyHearsOfActivationsThatAreHandedBack() {
    PoolFixture fixture = new PoolFixture(256, policy).submit("s1", SHARED).submit("s2", SHARED);
    fixture.handBack(1, "s2", SHARED).rescheduling(1);
    assertThat(policy.aborted).containsExactly(SHARED, SHARED);
  }

  @Test
  void thePolicyHearsNothingOfAnIdleContainerThatEnds() {
    new PoolFixture(256, policy).submit("a1", A).completed(1).removed(1);
    assertThat(policy.aborted).isEmpty();
  }

  @Test
  void anIdleContainerThatDiesIsNotUsedAgainAndEarnsNothing() {
    PoolFixture fixture = new PoolFixture(256, policy).submit("a1", A).completed(1);
    fixture.lines();

    assertThat(fixture.removed(1).lines()).containsExactly("lost 1");
    assertThat(fixture.pool.view().usedMb()).isZero();
    assertThat(fixture.submit("a2", A).lines()).containsExactly("run a2 in 2 COLD");
  }

  @Test
  void whatASharedContainerHadIsDealtWithWhenItHasGone() {
    PoolFixture fixture = new PoolFixture(256, policy);
    fixture.submit("s1", SHARED).submit("s2", SHARED).submit("s3", SHARED).lines();

    assertThat(fixture.removed(1).lines()).containsExactly("lost 1", "ready");
    assertThat(fixture.handBack(1, "s2", SHARED).lines()).containsExactly("run s2 in 2 COLD");
    assertThat(fixture.terminated(1).lines()).containsExactly("ready");
    assertThat(fixture.completed(2).lines()).containsExactly("ready");
  }

  @Test
  void anActivationThatComesBackAfterItWasThoughtToHaveFailedIsCountedOnce() {
    PoolFixture fixture = new PoolFixture(256, policy).submit("a1", A).completed(1);
    fixture.submit("a2", A).lines();

    assertThat(fixture.removed(1).lines()).containsExactly("lost 1", "ready");
    assertThat(fixture.handBack(1, "a2", A).lines()).containsExactly("run a2 in 2 COLD");
    assertThat(fixture.completed(2).lines()).isEmpty();
    assertThat(fixture.submit("a3", A).completed(2).lines())
        .containsExactly("run a3 in 2 WARM", "ready");
  }

  @Test
  void aContainerThatReschedulesFreesItsMemoryAndEarnsNothing() {
    PoolFixture fixture = new PoolFixture(256, policy).submit("a1", A).completed(1);
    fixture.submit("a2", A).lines();

    assertThat(fixture.rescheduling(1).lines()).containsExactly("lost 1");
    assertThat(fixture.handBack(1, "a2", A).lines()).containsExactly("run a2 in 2 COLD");
    assertThat(fixture.terminated(1).lines()).isEmpty();
    assertThat(fixture.completed(2).lines()).containsExactly("ready");
  }

  @Test
  void aContainerThatHandsBackGetsNothingMoreAndKeepsItsMemoryUntilItEnds() {
    PoolFixture fixture = new PoolFixture(512, policy).submit("s1", SHARED).completed(1);
    fixture.submit("s2", SHARED).submit("s3", SHARED).lines();

    assertThat(fixture.handBack(1, "s3", SHARED).lines()).containsExactly("run s3 in 2 COLD");
    assertThat(fixture.pool.view().usedMb()).isEqualTo(512);
    assertThat(fixture.completed(1).submit("s4", SHARED).lines())
        .containsExactly("ready", "run s4 in 2 WARMING_COLD");
    assertThat(fixture.pool.view().idleContainers()).isZero();
    fixture.rescheduling(1);
    assertThat(fixture.pool.view().usedMb()).isEqualTo(256);
  }

  @Test
  void aContainerThatGoesWithoutAWordIsAccountedFor() {
    policy.backfill = List.of(new TopUpStemCells(STEM_CELL, 1));
    PoolFixture fixture = new PoolFixture(256, policy).submit("s1", SHARED).submit("s2", SHARED);
    fixture.lines();

    assertThat(fixture.terminated(1).lines())
        .containsExactly("lost 1", "ready", "ready", "start 2 for 256 MB");
  }

  @Test
  void theEndOfARemovedContainerIsNoNews() {
    policy.keepAliveMicros = 0;
    PoolFixture fixture = new PoolFixture(256, policy).submit("a1", A).completed(1);
    assertThat(fixture.lines())
        .containsExactly("run a1 in 1 COLD", "ready", "release 1", "remove 1");

    assertThat(fixture.removed(1).terminated(1).lines()).isEmpty();
    assertThat(fixture.completed(1).lines()).isEmpty();
  }

  @Test
  void aFailedStemCellIsBackfilled() {
    policy.initially(new StartStemCells(STEM_CELL, 2));
    policy.backfill = List.of(new TopUpStemCells(STEM_CELL, 2));
    PoolFixture fixture = new PoolFixture(1024, policy).stemCellReady(1);
    fixture.lines();

    assertThat(fixture.removed(1).lines()).containsExactly("lost 1", "start 3 for 256 MB");
    assertThat(fixture.removed(2).lines()).containsExactly("lost 2", "start 4 for 256 MB");
    assertThat(fixture.pool.view().count(STEM_CELL)).isEqualTo(new StemCellCount(0, 2));
    assertThat(fixture.removedWithoutReplacement(3).lines()).containsExactly("lost 3");
  }

  @Test
  void aStemCellThatStartsAfterItFailedIsForgotten() {
    policy.initially(new StartStemCells(STEM_CELL, 1));
    PoolFixture fixture = new PoolFixture(1024, policy).removed(1).stemCellReady(1);

    assertThat(fixture.pool.view().stemCells()).isZero();
  }

  @Test
  void aContainerThatFailsToBePreparedFreesItsMemory() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(256, policy);
    assertThat(fixture.pool.view().preparingMb()).isEqualTo(256);
    fixture.removed(1).prepared(1);

    assertThat(fixture.pool.view().preparingMb()).isZero();
    assertThat(fixture.pool.view().usedMb()).isZero();
    assertThat(fixture.pool.view().count(A.id())).isEqualTo(FunctionCount.NONE);
  }

  /** Told later, it was counted until then, and a call could join what was never there. */
  @Test
  void aContainerThatCannotBePreparedIsNeverCounted() {
    PoolFixture fixture = new PoolFixture(256, policy);
    fixture.preparations = PoolFixture.Preparations.IMPOSSIBLE;

    assertThat(fixture.plan(policy, new Prepare(A, 2)).lines()).containsExactly("impossible");
    assertThat(fixture.pool.view().usedMb()).isZero();
    assertThat(fixture.submit("a1", A).lines()).containsExactly("run a1 in 1 COLD");
    fixture.preparations = PoolFixture.Preparations.POSSIBLE;
    fixture.completed(1).removed(1).lines();
    assertThat(fixture.plan(policy, new Prepare(A, 1)).lines())
        .as("it is no loss")
        .containsExactly("prepare 2 for a");
  }

  @Test
  void aContainerWhoseOrderFailsFreesItsMemoryAndDoesNotStopThePlans() {
    PoolFixture fixture = new PoolFixture(256, policy);
    fixture.preparations = PoolFixture.Preparations.BROKEN;

    assertThatThrownBy(() -> fixture.plan(policy, new Prepare(A, 1)))
        .isInstanceOf(IllegalStateException.class);

    assertThat(fixture.pool.view().usedMb()).isZero();
    assertThat(fixture.pool.view().count(A.id())).isEqualTo(FunctionCount.NONE);
    assertThat(fixture.submit("a1", A).lines()).containsExactly("run a1 in 2 COLD");
  }

  @Test
  void backfillWaitsUntilNoActivationDoes() {
    policy.backfill = List.of(new TopUpStemCells(STEM_CELL, 1));
    FunctionSpec big = function("big", 512);
    PoolFixture fixture = new PoolFixture(768, policy);
    fixture.submit("a1", A).submit("b1", B).submit("big1", big).lines();

    assertThat(fixture.removed(1).lines())
        .containsExactly("lost 1", "run big1 in 3 COLD", "ready", "refused");
    assertThat(fixture.completed(2).lines()).containsExactly("ready");
  }

  @Test
  void aFunctionWhosePreparedContainerWasLostIsNotPreparedForAWhile() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(1024, policy).prepared(1).removed(1);
    fixture.lines();

    assertThat(fixture.plan(policy, new Prepare(A, 1)).lines()).containsExactly("backed off");
    assertThat(fixture.at(1.1).plan(policy, new Prepare(A, 1)).lines())
        .containsExactly("prepare 2 for a");
  }

  @Test
  void aPreparationThatFailsAfterAnActivationHasJoinedItCountsToo() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A);
    fixture.lines();

    assertThat(fixture.rescheduling(1).handBack(1, "a1", A).lines())
        .containsExactly("lost 1", "run a1 in 2 COLD");
    assertThat(fixture.plan(policy, new Prepare(A, 1)).lines()).containsExactly("backed off");
  }

  @Test
  void aPreparedContainerThatHadToBeReplacedCountsToo() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(512, policy).prepared(1).submit("a1", A);

    fixture.replaced(1).completed(1).lines();

    assertThat(fixture.plan(policy, new Prepare(A, 1)).lines()).containsExactly("backed off");
  }

  @Test
  void aPreparedContainerThatWorksEndsTheRowOfLosses() {
    policy.initially(new Prepare(A, 2));
    PoolFixture fixture = new PoolFixture(1024, policy).prepared(1).prepared(2).removed(1);

    fixture.submit("a1", A).completed(2).lines();

    assertThat(fixture.plan(policy, new Prepare(A, 1)).lines()).containsExactly("prepare 3 for a");
  }
}
