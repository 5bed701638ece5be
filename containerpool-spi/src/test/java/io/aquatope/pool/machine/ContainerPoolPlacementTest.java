/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.PoolFixture.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction.Prepare;
import io.aquatope.pool.PoolAction.StartStemCells;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.StemCellCount;
import org.junit.jupiter.api.Test;

/** Which container an activation is given to. */
class ContainerPoolPlacementTest {

  private static final FunctionSpec A = function("a", 256);
  private static final FunctionSpec B = function("b", 256);
  private static final FunctionSpec SHARED = function("shared", 256, 2);
  private static final StemCell STEM_CELL = new StemCell("nodejs:20", 256);

  private final ScriptedPolicy policy = new ScriptedPolicy();

  @Test
  void theFirstActivationStartsAContainer() {
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A);

    assertThat(fixture.lines()).containsExactly("run a1 in 1 COLD");
    assertThat(fixture.pool.view().usedMb()).isEqualTo(256);
    assertThat(fixture.pool.view().busyMb()).isEqualTo(256);
    assertThat(fixture.pool.view().count(A.id())).isEqualTo(new FunctionCount(1, 0, 0, 0));
  }

  @Test
  void aWarmContainerOfTheFunctionIsUsedAgain() {
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A).completed(1);
    assertThat(fixture.pool.view().count(A.id())).isEqualTo(new FunctionCount(0, 1, 0, 0));
    fixture.submit("a2", A);

    assertThat(fixture.lines()).containsExactly("run a1 in 1 COLD", "ready", "run a2 in 1 WARM");
  }

  @Test
  void thePolicyHearsWhichActivationEndedWhereThatIsKnown() {
    PoolFixture fixture = new PoolFixture(1024, policy).submit("a1", A).completed(1);
    fixture.submit("s1", SHARED).submit("s2", SHARED).completed(2).completed(2);
    fixture.submit("s3", SHARED).completed(2);

    assertThat(policy.ended)
        .containsExactly(new PoolFixture.Call("a1", A), new PoolFixture.Call("s3", SHARED));
  }

  @Test
  void theContainerReleasedLastIsUsedFirstSoThatOthersMayExpire() {
    PoolFixture fixture = new PoolFixture(1024, policy).submit("a1", A).submit("a2", A);
    fixture.completed(2).completed(1).lines();
    fixture.submit("a3", A).submit("a4", A);

    assertThat(fixture.lines()).containsExactly("run a3 in 1 WARM", "run a4 in 2 WARM");
  }

  @Test
  void aWarmContainerIsNotSharedWithOtherRevisionsOrNamespaces() {
    FunctionSpec updated =
        new FunctionSpec(new FunctionId("ns", "a", "2"), A.kind(), A.memoryMb(), 1);
    FunctionSpec otherTenant =
        new FunctionSpec(new FunctionId("other", "a", "1"), A.kind(), A.memoryMb(), 1);
    PoolFixture fixture = new PoolFixture(1024, policy).submit("a1", A).completed(1);
    fixture.lines();
    fixture.submit("u1", updated).submit("o1", otherTenant);

    assertThat(fixture.lines()).containsExactly("run u1 in 2 COLD", "run o1 in 3 COLD");
  }

  @Test
  void aContainerWithoutConcurrencyTakesOneActivationAtATime() {
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A).submit("a2", A);

    assertThat(fixture.lines()).containsExactly("run a1 in 1 COLD", "run a2 in 2 COLD");
  }

  @Test
  void aContainerBeingCreatedIsSharedUpToItsConcurrency() {
    PoolFixture fixture = new PoolFixture(512, policy);
    fixture.submit("s1", SHARED).submit("s2", SHARED).submit("s3", SHARED);

    assertThat(fixture.lines())
        .containsExactly("run s1 in 1 COLD", "run s2 in 1 WARMING_COLD", "run s3 in 2 COLD");
  }

  @Test
  void aWarmContainerIsSharedUpToItsConcurrency() {
    PoolFixture fixture = new PoolFixture(512, policy).submit("s1", SHARED).completed(1);
    fixture.lines();
    fixture.submit("s2", SHARED).submit("s3", SHARED).submit("s4", SHARED);

    assertThat(fixture.lines())
        .containsExactly("run s2 in 1 WARM", "run s3 in 1 WARM", "run s4 in 2 COLD");
  }

  @Test
  void oneCompletionMakesASharedContainerWarm() {
    PoolFixture fixture = new PoolFixture(512, policy).submit("s1", SHARED).submit("s2", SHARED);
    fixture.completed(1).lines();
    fixture.submit("s3", SHARED);

    assertThat(fixture.lines()).containsExactly("run s3 in 1 WARM");
    assertThat(fixture.pool.view().busyContainers()).isEqualTo(1);
    assertThat(fixture.pool.view().idleContainers()).isZero();
  }

  @Test
  void anInitialisingStemCellIsSharedUpToItsConcurrency() {
    policy.initially(new StartStemCells(STEM_CELL, 1));
    PoolFixture fixture = new PoolFixture(512, policy).stemCellReady(1);
    fixture.lines();
    fixture.submit("s1", SHARED).submit("s2", SHARED);

    assertThat(fixture.lines()).containsExactly("run s1 in 1 STEM_CELL", "run s2 in 1 WARMING");
  }

  @Test
  void aPreparedContainerIsPreferredToAStemCell() {
    policy.initially(new StartStemCells(STEM_CELL, 1), new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(1024, policy).stemCellReady(1).prepared(2);
    assertThat(fixture.pool.view().count(A.id())).isEqualTo(new FunctionCount(0, 0, 1, 0));
    fixture.lines();
    fixture.submit("a1", A).submit("a2", A);

    assertThat(fixture.lines()).containsExactly("run a1 in 2 PREPARED", "run a2 in 1 STEM_CELL");
  }

  @Test
  void aReadyStemCellIsPreferredToAContainerStillBeingPrepared() {
    policy.initially(new StartStemCells(STEM_CELL, 1), new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(1024, policy).stemCellReady(1);
    fixture.lines();
    fixture.submit("a1", A).submit("a2", A).submit("a3", A);

    assertThat(fixture.lines())
        .containsExactly("run a1 in 1 STEM_CELL", "run a2 in 2 PREPARING", "run a3 in 3 COLD");
  }

  @Test
  void aContainerTakenWhileBeingPreparedIsNotPreparedAfterwards() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A).prepared(1);
    assertThat(fixture.pool.view().count(A.id())).isEqualTo(new FunctionCount(1, 0, 0, 0));
    fixture.lines();

    assertThat(fixture.completed(1).submit("a2", A).lines())
        .containsExactly("ready", "run a2 in 1 WARM");
  }

  @Test
  void aContainerThatIsOnlyCreatedLeavesInitialisationToTheCall() {
    policy.initially(new Prepare(A, PreparationDepth.CREATED, 1));
    PoolFixture fixture = new PoolFixture(512, policy).prepared(1);
    fixture.lines();

    assertThat(fixture.submit("a1", A).lines()).containsExactly("run a1 in 1 CREATED");
  }

  @Test
  void nothingIsPreparedDeeperThanItsFunctionAllows() {
    FunctionSpec uninitialised =
        new FunctionSpec(A.id(), A.kind(), 256, 1, PreparationDepth.CREATED);
    policy.initially(new Prepare(uninitialised, 1));
    PoolFixture fixture = new PoolFixture(512, policy).prepared(1);
    fixture.lines();

    assertThat(fixture.submit("a1", uninitialised).lines()).containsExactly("run a1 in 1 CREATED");
  }

  @Test
  void aFunctionThatMustNotBePreparedGetsNoContainerOfItsOwn() {
    FunctionSpec optedOut = new FunctionSpec(A.id(), A.kind(), 256, 1, PreparationDepth.STEM_CELL);
    policy.initially(new Prepare(optedOut, 1));

    assertThat(new PoolFixture(512, policy).pool.view().count(A.id()))
        .isEqualTo(FunctionCount.NONE);
  }

  @Test
  void aPreparedContainerServesNoOtherFunction() {
    policy.initially(new Prepare(A, 1));
    PoolFixture fixture = new PoolFixture(512, policy).prepared(1);
    fixture.lines();

    assertThat(fixture.submit("b1", B).lines()).containsExactly("run b1 in 2 COLD");
  }

  @Test
  void aStemCellServesOnlyItsKindAndMemory() {
    policy.initially(new StartStemCells(STEM_CELL, 1));
    PoolFixture fixture = new PoolFixture(2048, policy).stemCellReady(1);
    fixture.lines();
    FunctionSpec python = new FunctionSpec(new FunctionId("ns", "p", "1"), "python:3", 256, 1);
    fixture.submit("p1", python).submit("c1", function("c", 512)).submit("b1", B);

    assertThat(fixture.lines())
        .containsExactly("run p1 in 2 COLD", "run c1 in 3 COLD", "run b1 in 1 STEM_CELL");
  }

  @Test
  void aStartingStemCellIsNotTaken() {
    policy.initially(new StartStemCells(STEM_CELL, 1));
    PoolFixture fixture = new PoolFixture(512, policy).submit("a1", A);

    assertThat(fixture.lines()).containsExactly("start 1 for 256 MB", "run a1 in 2 COLD");
    assertThat(fixture.pool.view().count(STEM_CELL)).isEqualTo(new StemCellCount(0, 1));
  }

  @Test
  void anActivationThatCanNeverFitIsRefused() {
    PoolFixture fixture = new PoolFixture(512, policy);

    assertThatThrownBy(() -> fixture.submit("big", function("big", 513)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ns:big@1 needs 513 MB, expected at most the 512 MB of the pool");
    assertThat(fixture.pool.view().buffered()).isZero();
  }
}
