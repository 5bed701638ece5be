/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.PoolFixture.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction.ExpireStemCells;
import io.aquatope.pool.PoolAction.Prepare;
import io.aquatope.pool.PoolAction.Release;
import io.aquatope.pool.PoolAction.StartStemCells;
import io.aquatope.pool.PoolAction.TopUpStemCells;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies plan, and when the pool wants to be woken up. */
class ContainerPoolPlanTest {

  private static final FunctionSpec A = function("a", 256);
  private static final FunctionSpec B = function("b", 256);
  private static final StemCell STEM_CELL = new StemCell("python:3", 256);

  private final ScriptedPolicy policy = new ScriptedPolicy();

  @Test
  void startsAheadAsFarAsMemoryAllows() {
    policy.initially(new StartStemCells(STEM_CELL, 2), new Prepare(A, 2));

    assertThat(new PoolFixture(768, policy).lines())
        .containsExactly("start 1 for 256 MB", "start 2 for 256 MB", "prepare 3 for a", "refused");
  }

  @Test
  void topsUpReadyAndStartingStemCells() {
    policy.initially(new StartStemCells(STEM_CELL, 2), new TopUpStemCells(STEM_CELL, 3));
    PoolFixture fixture = new PoolFixture(2048, policy).stemCellReady(1);
    assertThat(fixture.lines()).hasSize(3);

    assertThat(fixture.plan(policy, new TopUpStemCells(STEM_CELL, 2)).lines()).isEmpty();
    assertThat(fixture.plan(policy, new TopUpStemCells(STEM_CELL, 4)).lines()).hasSize(1);
    assertThat(fixture.pool.view().count(STEM_CELL)).isEqualTo(new StemCellCount(1, 3));
  }

  @Test
  void aTakenStemCellIsReplacedIfThePolicySaysSo() {
    policy.initially(new StartStemCells(A.stemCell(), 1));
    policy.stemCellTaken = List.of(new StartStemCells(A.stemCell(), 1));
    PoolFixture fixture = new PoolFixture(512, policy).stemCellReady(1);
    fixture.lines();

    assertThat(fixture.submit("a1", A).lines())
        .containsExactly("run a1 in 1 STEM_CELL", "start 2 for 256 MB");
  }

  @Test
  void whatMayFollowAnActivationIsPreparedAtOnceButDoesNotTakeItsPlace() {
    policy.followUp = List.of(new Prepare(B, 1));
    PoolFixture fixture = new PoolFixture(512, policy);

    assertThat(fixture.submit("a1", A).lines())
        .containsExactly("run a1 in 1 COLD", "prepare 2 for b");
    assertThat(fixture.submit("a2", A).lines()).contains("refused").noneMatch("run a2"::equals);
  }

  @Test
  void nothingIsStartedAheadWhileActivationsWait() {
    policy.initially(new StartStemCells(A.stemCell(), 1));
    policy.stemCellTaken = List.of(new StartStemCells(A.stemCell(), 1));
    FunctionSpec big = function("big", 512);
    PoolFixture fixture = new PoolFixture(768, policy).submit("big1", big).submit("a1", A);
    fixture.submit("big2", big).lines();

    assertThat(fixture.stemCellReady(1).lines())
        .containsExactly("run a1 in 1 STEM_CELL", "refused");
    policy.backfill = List.of(new StartStemCells(A.stemCell(), 1));
    assertThat(fixture.removedWithoutReplacement(1).lines()).containsExactly("lost 1");
    assertThat(fixture.completed(2).lines())
        .containsExactly("run big2 in 2 WARM", "ready", "ready", "start 3 for 256 MB");
  }

  @Test
  void letsGoTheLongestUnusedOfAFunctionAndNoBusyOne() {
    PoolFixture fixture = new PoolFixture(1024, policy);
    fixture.submit("a1", A).submit("a2", A).submit("a3", A).completed(2).completed(1).lines();
    fixture.plan(policy, new Release(A, 1));
    assertThat(fixture.lines()).containsExactly("release 2", "remove 2");
    fixture.plan(policy, new Release(A, 5), new Release(B, 1));

    assertThat(fixture.lines()).containsExactly("release 1", "remove 1");
    assertThat(fixture.pool.view().busyContainers()).isEqualTo(1);
  }

  @Test
  void letsGoPreparedOnesAfterUsedOnes() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(1024, policy).submit("a1", A).submit("a2", A);
    fixture.completed(2).lines();
    fixture.plan(policy, new Prepare(A, 1));
    fixture.prepared(3).lines();
    fixture.plan(policy, new Release(A, 2));

    assertThat(fixture.lines()).containsExactly("release 2", "remove 2", "release 3", "remove 3");
  }

  @Test
  void whatAPlanFreesServesWhatWaits() {
    policy.initially(new StartStemCells(STEM_CELL, 1));
    PoolFixture fixture = new PoolFixture(768, policy).stemCellReady(1);
    fixture.submit("a1", A).submit("big1", function("big", 512)).lines();

    assertThat(fixture.plan(policy, new ExpireStemCells(STEM_CELL, 0, 1)).lines())
        .containsExactly("expired 1", "remove 1", "run big1 in 3 COLD");
  }

  @Test
  void stemCellsExpireByTheTimeTheyBecameReadyUpToALimit() {
    policy.initially(new StartStemCells(STEM_CELL, 4));
    PoolFixture fixture = new PoolFixture(1024, policy);
    fixture.at(3).stemCellReady(4).at(5).stemCellReady(1).at(6).stemCellReady(2).lines();
    fixture.at(10).plan(policy, new ExpireStemCells(STEM_CELL, 5_000_000, 1));
    assertThat(fixture.lines()).containsExactly("expired 4", "remove 4");
    fixture.at(11).plan(policy, new ExpireStemCells(STEM_CELL, 5_000_000, 100));

    assertThat(fixture.lines()).containsExactly("expired 1", "remove 1");
    assertThat(fixture.pool.view().count(STEM_CELL)).isEqualTo(new StemCellCount(1, 1));
  }

  @Test
  void anIdleContainerIsReleasedExactlyWhenItsKeepAliveEnds() {
    policy.keepAliveMicros = 10_000_000;
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A).at(3).completed(1);
    fixture.lines();

    assertThat(fixture.nextWakeUpSeconds()).isEqualTo(13);
    assertThat(fixture.at(12.999999).wakeUp().lines()).isEmpty();
    assertThat(fixture.at(13).wakeUp().lines()).containsExactly("release 1", "remove 1");
    assertThat(fixture.nextWakeUpSeconds()).isInfinite();
  }

  @Test
  void useStartsTheKeepAliveAnew() {
    policy.keepAliveMicros = 10_000_000;
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A).at(3).completed(1);
    fixture.at(12).submit("a2", A);
    assertThat(fixture.nextWakeUpSeconds()).isInfinite();
    fixture.at(14).completed(1).lines();

    assertThat(fixture.nextWakeUpSeconds()).isEqualTo(24);
    assertThat(fixture.at(13).wakeUp().lines()).isEmpty();
  }

  @Test
  void whatWaitsIsServedBeforeThePolicyIsAskedHowLongToKeep() {
    policy.keepAliveMicros = 0;
    PoolFixture fixture = new PoolFixture(256, policy).submit("a1", A).submit("a2", A);
    fixture.lines();

    assertThat(fixture.completed(1).lines()).containsExactly("run a2 in 1 WARM", "ready");
    assertThat(fixture.completed(1).lines()).containsExactly("ready", "release 1", "remove 1");
  }

  @Test
  void aKeepAliveOfNeverNeverEnds() {
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A).at(3).completed(1);

    assertThat(fixture.nextWakeUpSeconds()).isInfinite();
  }

  @Test
  void wakesUpForWhicheverComesFirst() {
    policy.keepAliveMicros = 10_000_000;
    policy.nextPlanMicros = 5_000_000;
    policy.planned = List.of(new Prepare(B, 1));
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A).completed(1);
    fixture.lines();

    assertThat(fixture.nextWakeUpSeconds()).isEqualTo(5);
    assertThat(fixture.at(5).wakeUp().lines()).containsExactly("prepare 2 for b");
    assertThat(fixture.nextWakeUpSeconds()).isEqualTo(10);
  }

  @Test
  void aPolicyThatPlansForThePastIsToldSo() {
    PoolPolicy restless =
        new PoolPolicy() {
          @Override
          public long keepAliveMicros(IdleContainer container, long nowMicros) {
            return NEVER;
          }

          @Override
          public long nextPlanMicros(long nowMicros) {
            return nowMicros;
          }
        };

    assertThatThrownBy(() -> new PoolFixture(256, restless))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("next plan at 0 µs, expected after 0 µs");
  }
}
