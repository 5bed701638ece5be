/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.StartKind.WARM;
import static io.aquatope.pool.machine.PoolFixture.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.PoolFixture.Runs;
import io.aquatope.pool.policy.LeasePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Leases: placed at once or refused, ended by a pause, by the container's end, or unused. */
class ContainerPoolLeaseTest {

  private static final FunctionSpec F = function("f", 256);
  private static final FunctionSpec G = function("g", 256);

  private final ScriptedPolicy policy = new ScriptedPolicy();
  private final PoolFixture pool = new PoolFixture(512, policy);

  @Test
  void leaseThatFindsNoRoomIsRefusedAndForgotten() {
    assertThat(pool.offer("l1", F)).isEqualTo(StartKind.COLD);
    assertThat(pool.offer("l2", F)).isEqualTo(StartKind.COLD);
    assertThat(pool.offer("l3", F)).isNull();
    assertThat(pool.pool.view().buffered()).isZero();
    pool.completed(1);
    assertThat(pool.lines()).containsExactly("run l1 in 1 COLD", "run l2 in 2 COLD", "ready");
  }

  @Test
  void leaseOfMoreThanTheWholeMemoryIsRefused() {
    assertThat(pool.offer("l1", function("large", 1024))).isNull();
    assertThat(pool.pool.view().usedMb()).isZero();
  }

  @Test
  void pausedContainerGivesWayToALeaseOfAnotherFunction() {
    pool.offer("l1", F);
    pool.offer("l2", F);
    pool.at(1).completed(1).lines();
    assertThat(pool.offer("l3", G)).isEqualTo(StartKind.RECREATED);
    assertThat(pool.lines()).containsExactly("evicted 1", "remove 1", "run l3 in 3 RECREATED");
  }

  @Test
  void containerInPreparationIsBoundAndCountsAsBusyAtOnce() {
    pool.plan(policy, new PoolAction.Prepare(F, 1));
    assertThat(pool.offer("l1", F)).isEqualTo(StartKind.PREPARING);
    assertThat(pool.pool.view().busyMb()).isEqualTo(256);
    pool.prepared(1);
    assertThat(pool.pool.view().count(F.id())).isEqualTo(new FunctionCount(1, 0, 0, 0));
    pool.completed(1);
    assertThat(pool.pool.view().count(F.id())).isEqualTo(new FunctionCount(0, 1, 0, 0));
  }

  @Test
  void preparedContainerThatWasNotUsedIsPreparedAgain() {
    pool.plan(policy, new PoolAction.Prepare(F, 1)).prepared(1);
    assertThat(pool.offer("l1", F)).isEqualTo(StartKind.PREPARED);
    pool.at(1).unused(1);
    assertThat(pool.pool.view().count(F.id())).isEqualTo(new FunctionCount(0, 0, 1, 0));
    assertThat(policy.aborted).containsExactly(F);
    assertThat(pool.offer("l2", F)).isEqualTo(StartKind.PREPARED);
    pool.pool.checkConsistent();
  }

  @Test
  void unusedContainerThatIsStillBeingPreparedIsAwaitedAgain() {
    pool.plan(policy, new PoolAction.Prepare(F, 1));
    pool.offer("l1", F);
    pool.unused(1);
    assertThat(pool.pool.view().count(F.id())).isEqualTo(new FunctionCount(0, 0, 0, 1));
    pool.prepared(1);
    assertThat(pool.pool.view().count(F.id())).isEqualTo(new FunctionCount(0, 0, 1, 0));
    pool.pool.checkConsistent();
  }

  @Test
  void unusedContainerThatIsBeingPreparedAgainMayBeEvicted() {
    pool.plan(policy, new PoolAction.Prepare(F, 1));
    pool.offer("l1", F);
    pool.unused(1).lines();
    assertThat(pool.offer("l2", function("large", 512))).isEqualTo(StartKind.RECREATED);
    assertThat(pool.lines()).contains("evicted 1", "remove 1");
  }

  @Test
  void newContainerThatWasNotUsedIsCreatedForItsFunction() {
    pool.offer("l1", F);
    pool.at(1).unused(1);
    assertThat(pool.pool.view().count(F.id())).isEqualTo(new FunctionCount(0, 0, 1, 0));
    assertThat(pool.offer("l2", F)).isEqualTo(StartKind.CREATED);
  }

  @Test
  void stemCellThatWasNotUsedStaysWithItsFunction() {
    pool.plan(policy, new PoolAction.StartStemCells(F.stemCell(), 1)).stemCellReady(1);
    assertThat(pool.offer("l1", F)).isEqualTo(StartKind.STEM_CELL);
    pool.at(1).unused(1);
    assertThat(pool.pool.view().stemCells()).isZero();
    assertThat(pool.offer("l2", G)).isEqualTo(StartKind.COLD);
    assertThat(pool.offer("l3", F)).isEqualTo(StartKind.CREATED);
  }

  @Test
  void warmContainerThatWasNotUsedIsIdleAgain() {
    pool.offer("l1", F);
    pool.at(1).completed(1);
    pool.offer("l2", F);
    pool.at(2).unused(1);
    assertThat(pool.pool.view().count(F.id())).isEqualTo(new FunctionCount(0, 1, 0, 0));
  }

  @Test
  void unusedContainerThatIsNotWantedGoes() {
    policy.keepAliveMicros = 0;
    pool.offer("l1", F);
    pool.lines();
    pool.unused(1);
    assertThat(pool.lines()).containsExactly("ready", "release 1", "remove 1");
    assertThat(pool.pool.view().usedMb()).isZero();
  }

  @Test
  void unusedMeansNothingForAContainerWithoutALease() {
    pool.offer("l1", F);
    pool.completed(1).lines();
    pool.unused(1).unused(7);
    assertThat(pool.lines()).isEmpty();
  }

  @Test
  void leaseWhoseContainerIsLostGetsAnotherOne() {
    pool.offer("l1", F);
    pool.at(1).completed(1);
    pool.offer("l2", F);
    pool.lines();
    assertThat(pool.offerAgain(1, "l2", F)).isEqualTo(StartKind.COLD);
    assertThat(pool.lines()).containsExactly("lost 1", "run l2 in 2 COLD", "ready");
    pool.removed(1).terminated(1);
    assertThat(pool.pool.view().count(F.id())).isEqualTo(new FunctionCount(1, 0, 0, 0));
    pool.pool.checkConsistent();
  }

  @Test
  void leaseWhoseContainerIsLostIsRefusedIfThereIsNoRoom() {
    FunctionSpec whole = function("whole", 512);
    pool.plan(policy, new PoolAction.Prepare(F, 1));
    pool.offer("l1", F);
    pool.offer("l2", F);
    assertThat(pool.offerAgain(7, "l3", whole)).isNull();
    assertThat(pool.pool.view().busyContainers()).isEqualTo(2);
  }

  @Test
  void leaseWhoseOrderFailsLeavesNothingBehind() {
    pool.runs = Runs.BROKEN;
    assertThatThrownBy(() -> pool.offer("l1", F)).hasMessageContaining("no proxy can be told");
    assertThat(pool.lines()).containsExactly("lost 1", "remove 1");
    assertThat(pool.pool.view().usedMb()).isZero();
    pool.pool.checkConsistent();
  }

  @Test
  void retiredContainerGoesAtOnceOrAfterItsLease() {
    pool.offer("l1", F);
    pool.offer("l2", F);
    pool.completed(1).lines();
    assertThat(pool.retire(1)).isTrue();
    assertThat(pool.retire(2)).isFalse();
    assertThat(pool.retire(3)).isTrue();
    assertThat(pool.lines()).containsExactly("remove 1");
    pool.completed(2);
    assertThat(pool.lines()).containsExactly("release 2", "remove 2", "ready");
    assertThat(pool.pool.view().usedMb()).isZero();
  }

  @Test
  void retiredContainerThatIsBoundInVainGoesToo() {
    pool.plan(policy, new PoolAction.Prepare(F, 1));
    pool.offer("l1", F);
    pool.retire(1);
    pool.lines();
    pool.unused(1);
    assertThat(pool.pool.view().usedMb()).as("or its preparation goes on").isZero();
  }

  @Test
  void disabledPoolRefusesLeasesAndPreparesNothing() {
    pool.pool.disable();
    pool.plan(policy, new PoolAction.Prepare(F, 1), new PoolAction.StartStemCells(F.stemCell(), 1));
    assertThat(pool.offer("l1", F)).isNull();
    assertThat(pool.offerAgain(9, "l1", F)).isNull();
    assertThat(pool.pool.view().usedMb()).isZero();

    policy.backfill = List.of(new PoolAction.TopUpStemCells(F.stemCell(), 1));
    pool.lines();
    pool.pool.enable(2_000_000);
    assertThat(pool.lines()).containsExactly("start 1 for 256 MB");
    assertThat(pool.offer("l2", F)).isEqualTo(StartKind.COLD);
  }

  @Test
  void containerThatFetchedLastIsEvictedLast() {
    pool.offer("l1", F);
    pool.offer("l2", F);
    pool.at(1).pool.fetched(new ContainerId(1), new PoolFixture.Call("a", F), WARM, 1_000_000);
    pool.at(2).completed(2).completed(1).lines();
    pool.offer("l3", G);
    assertThat(pool.lines()).contains("evicted 2");
  }

  @Test
  void fetchedActivationLetsThePolicyPrepareWhatFollows() {
    pool.offer("l1", F);
    policy.followUp = List.of(new PoolAction.Prepare(G, 1));
    pool.lines();
    pool.pool.fetched(new ContainerId(1), new PoolFixture.Call("a", F), WARM, 1_000_000);
    assertThat(pool.lines()).containsExactly("prepare 2 for g");
    pool.pool.ended(new PoolFixture.Call("a", F), 2_000_000);
    assertThat(policy.ended).containsExactly(new PoolFixture.Call("a", F));
  }

  @Test
  void leaseOfAFunctionWithConcurrencyIsAnError() {
    assertThatThrownBy(() -> pool.offer("l1", function("shared", 256, 2)))
        .hasMessageContaining("concurrency of 2, expected 1");
  }

  @Test
  void stemCellsGiveWayToLeases() {
    PoolFixture leases = new PoolFixture(512, new LeasePolicy(policy));
    StemCell other = new StemCell("python:3", 256);
    leases.plan(policy, new PoolAction.StartStemCells(other, 1)).stemCellReady(1);
    assertThat(leases.offer("l1", F)).isEqualTo(StartKind.COLD);
    assertThat(leases.offer("l2", F)).isEqualTo(StartKind.RECREATED);
    assertThat(leases.pool.view().stemCells()).isZero();
  }

  @Test
  void floorOutlastsTheKeepAliveAndThePolicysSurplus() {
    policy.keepAliveMicros = 1_000_000;
    int[] atLeast = {1};
    PoolFixture[] floored = new PoolFixture[1];
    floored[0] =
        new PoolFixture(
            1024,
            CpuSlots.OFF,
            policy,
            (container, since, now) ->
                floored[0].pool.view().count(container.function().id()).ready() > atLeast[0]
                    ? 0
                    : 5_000_000);
    PoolFixture kept = floored[0];
    kept.offer("l1", F);
    kept.offer("l2", F);
    kept.completed(1).completed(2).lines();
    kept.at(1).wakeUp();
    assertThat(kept.lines()).as("one goes").containsExactly("release 1", "remove 1");
    kept.plan(policy, new PoolAction.Release(F, 1));
    assertThat(kept.lines()).as("surplus stays").isEmpty();
    kept.at(5.9).wakeUp();
    assertThat(kept.lines()).isEmpty();
    atLeast[0] = 0;
    kept.at(6).wakeUp();
    assertThat(kept.lines()).as("asked again").containsExactly("release 2", "remove 2");
  }

  @Test
  void floorKeepsAContainerWithoutKeepAlive() {
    policy.keepAliveMicros = 0;
    PoolFixture kept =
        new PoolFixture(
            256, CpuSlots.OFF, policy, (container, since, now) -> since + 3_000_000 - now);
    kept.offer("l1", F);
    kept.at(1).completed(1).lines();
    assertThat(kept.nextWakeUpSeconds()).isEqualTo(4);
    assertThat(kept.offer("l2", G)).as("eviction does not ask").isEqualTo(StartKind.RECREATED);
  }
}
