/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.PoolFixture.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolAction.Prepare;
import io.aquatope.pool.PoolAction.StartStemCells;
import io.aquatope.pool.StemCell;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes when memory is short. */
class ContainerPoolEvictionTest {

  private static final FunctionSpec A = function("a", 256);
  private static final FunctionSpec B = function("b", 256);
  private static final FunctionSpec C = function("c", 256);
  private static final StemCell STEM_CELL = new StemCell("python:3", 256);

  private final ScriptedPolicy policy = new ScriptedPolicy();

  @Test
  void theContainerWhoseLastStartIsLongestAgoGoesFirst() {
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.at(1).submit("a1", A).at(2).submit("b1", B).at(3).completed(2).at(4).completed(1);
    fixture.lines();

    assertThat(fixture.at(5).submit("c1", C).lines())
        .containsExactly("evicted 1", "remove 1", "run c1 in 3 RECREATED");
  }

  @Test
  void amongEqualRanksTheOneThatBecameIdleFirstGoesFirst() {
    policy.rank = idle -> 0;
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.at(1).submit("a1", A).at(2).submit("b1", B).at(3).completed(2).at(4).completed(1);
    fixture.lines();

    assertThat(fixture.at(5).submit("c1", C).lines())
        .containsExactly("evicted 2", "remove 2", "run c1 in 3 RECREATED");
  }

  @Test
  void thePolicyRanksWhatGoesFirst() {
    policy.rank = idle -> idle.function().equals(A) ? 1 : 0;
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("a1", A).submit("b1", B).completed(1).completed(2).lines();

    assertThat(fixture.submit("c1", C).lines()).startsWith("evicted 2");
  }

  @Test
  void ranksCanBeRefreshedBeforeTheyMatter() {
    policy.rank = idle -> idle.function().equals(A) ? 2 : 1;
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("a1", A).submit("b1", B).completed(1).completed(2);
    fixture.plan(policy, new PoolAction.Rerank(A, List.of(0.5))).lines();

    assertThat(fixture.submit("c1", C).lines()).startsWith("evicted 1");
  }

  @Test
  void aContainerUsedAgainIsRankedAnew() {
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.at(1).submit("a1", A).at(2).submit("b1", B).completed(1).completed(2);
    fixture.at(3).submit("a2", A).at(4).completed(1).lines();

    assertThat(fixture.at(5).submit("c1", C).lines()).startsWith("evicted 2");
  }

  @Test
  void aContainerInPreparationIsEvictedBeforeACallHasToWait() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("b1", B).lines();

    assertThat(fixture.submit("c1", C).lines())
        .containsExactly("evicted 1", "remove 1", "run c1 in 3 RECREATED");
    assertThat(fixture.prepared(1).lines()).as("comes too late").isEmpty();
  }

  @Test
  void aContainerInPreparationIsEvictedAfterAllIdleOnes() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("b1", B).completed(2).lines();

    assertThat(fixture.submit("c1", C).lines()).startsWith("evicted 2", "remove 2");
  }

  @Test
  void thePolicyMayRankAContainerInPreparationBelowAnIdleOne() {
    policy.rank = idle -> 2;
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("b1", B).completed(2);
    fixture.plan(policy, new PoolAction.Rerank(A, List.of(1.0))).lines();

    assertThat(fixture.submit("c1", C).lines()).startsWith("evicted 1", "remove 1");
  }

  @Test
  void aContainerInPreparationThatACallWaitsForStays() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(256, policy);
    fixture.submit("a1", A).lines();

    assertThat(fixture.submit("b1", B).lines()).containsExactly("buffered b1");
  }

  @Test
  void stemCellsAreEvictedWhileSomethingRunsIfThePolicySaysSo() {
    policy.evictsStemCells = true;
    policy.initially(new StartStemCells(STEM_CELL, 1));
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("a1", A).lines();

    assertThat(fixture.submit("b1", B).lines())
        .as("though the stem cell is still starting")
        .containsExactly("expired 1", "remove 1", "run b1 in 3 RECREATED");
  }

  @Test
  void onlyTheShortfallIsEvicted() {
    PoolFixture fixture = new PoolFixture(1024, policy);
    fixture.submit("a1", A).submit("b1", B).submit("c1", C);
    fixture.completed(1).completed(2).completed(3).lines();

    assertThat(fixture.submit("d1", function("d", 512)).lines())
        .containsExactly("evicted 1", "remove 1", "run d1 in 4 RECREATED");
    assertThat(fixture.pool.view().usedMb()).isEqualTo(1024);
  }

  @Test
  void nothingIsEvictedIfItWouldNotHelp() {
    PoolFixture fixture = new PoolFixture(768, policy);
    fixture.submit("a1", A).submit("b1", B).submit("c1", C).completed(1).lines();

    assertThat(fixture.submit("d1", function("d", 512)).lines()).containsExactly("buffered d1");
    assertThat(fixture.pool.view().idleContainers()).isEqualTo(1);
    assertThat(fixture.completed(2).lines())
        .containsExactly(
            "evicted 1", "remove 1", "evicted 2", "remove 2", "run d1 in 4 RECREATED", "ready");
  }

  @Test
  void aSharedContainerThatStillRunsSomethingStays() {
    PoolFixture fixture = new PoolFixture(256, policy);
    FunctionSpec shared = function("shared", 256, 2);
    fixture.submit("s1", shared).submit("s2", shared).completed(1).lines();

    assertThat(fixture.submit("a1", A).lines()).containsExactly("buffered a1");
    assertThat(fixture.completed(1).lines())
        .containsExactly("evicted 1", "remove 1", "run a1 in 2 RECREATED", "ready");
  }

  @Test
  void preparedContainersAreEvictedLikeIdleOnes() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(256, policy).prepared(1);
    fixture.lines();

    assertThat(fixture.submit("b1", B).lines())
        .containsExactly("evicted 1", "remove 1", "run b1 in 2 RECREATED");
  }

  @Test
  void stemCellsStayWhileAnythingRunsWhoseEndCouldMakeRoom() {
    policy.initially(new StartStemCells(STEM_CELL, 1));
    PoolFixture fixture = new PoolFixture(512, policy).stemCellReady(1).submit("a1", A);
    fixture.lines();

    assertThat(fixture.submit("b1", B).lines()).containsExactly("buffered b1");
    assertThat(fixture.completed(2).lines())
        .containsExactly("evicted 2", "remove 2", "run b1 in 3 RECREATED", "ready");
  }

  @Test
  void stemCellsGoWhenWaitingWouldBeForEver() {
    policy.initially(new StartStemCells(STEM_CELL, 2));
    PoolFixture fixture = new PoolFixture(512, policy).stemCellReady(1).stemCellReady(2);
    fixture.lines();

    assertThat(fixture.submit("a1", A).lines())
        .containsExactly("expired 1", "remove 1", "run a1 in 3 RECREATED");
  }
}
