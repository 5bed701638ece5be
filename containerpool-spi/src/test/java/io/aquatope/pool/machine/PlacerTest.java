/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static io.aquatope.pool.machine.PoolFixture.function;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PreparationBackoff;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.WarmFloor;
import io.aquatope.pool.machine.PooledContainer.State;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Containers of one core each, in 512 MB and with two cores. */
class PlacerTest {

  private static final FunctionSpec A = function("a", 256);
  private static final FunctionSpec B = function("b", 256);
  private static final FunctionSpec LARGE = function("large", 512);
  private static final StemCell NODE = new StemCell("nodejs:20", 256);

  private final ScriptedPolicy policy = new ScriptedPolicy();
  private final Heard heard = new Heard();
  private final PoolState state = new PoolState(512, CpuSlots.of(2, 1, f -> 1000), policy);
  private final IdleContainers idle = new IdleContainers();
  private final PlanExecutor planned =
      new PlanExecutor(state, heard, heard, idle, new PreparationBackoff(), WarmFloor.NONE);
  private final Placer placer = new Placer(policy, heard, heard, state, idle, planned);

  @Test
  void aContainerThatIsThereIsTakenBeforeANewOne() {
    PooledContainer warm = idle(A, 1);

    assertThat(placer.claim(A, 0)).isEqualTo(new Placement(warm, StartKind.WARM));
    assertThat(state.usedMb()).isEqualTo(256);
  }

  @Test
  void aNewContainerTakesItsMemoryWhenThePlaceIsFound() {
    assertThat(found(A).start()).isEqualTo(StartKind.COLD);
    assertThat(state.usedMb()).isEqualTo(256);
    assertThat(heard.lines).as("nothing is started before it is given").isEmpty();
  }

  @Test
  void idleContainersGoByRankUntilThereIsRoom() {
    idle(A, 2);
    idle(B, 1);

    assertThat(found(function("c", 256)).start()).isEqualTo(StartKind.RECREATED);
    assertThat(heard.lines).containsExactly("evicted 2", "remove 2");
  }

  @Test
  void stemCellsGoAfterAllIdleContainers() {
    stemCell();
    idle(A, 1);

    assertThat(found(LARGE).start()).isEqualTo(StartKind.RECREATED);
    assertThat(heard.lines).containsExactly("evicted 2", "remove 2", "expired 1", "remove 1");
  }

  @Test
  void nothingGoesWhereItWouldNotMakeEnoughRoom() {
    idle(A, 1);
    give(B, "b1");
    heard.lines.clear();

    assertThat(placer.claim(LARGE, 0)).isNull();
    assertThat(heard.lines).isEmpty();
    assertThat(state.idleContainers()).isEqualTo(1);
  }

  @Test
  void nothingGoesForAnActivationThatLacksCpu() {
    FunctionSpec shared = function("shared", 128, 2);
    give(shared, "s1");
    give(function("other", 128), "o1");
    idle(A, 1);
    heard.lines.clear();

    assertThat(placer.claim(B, 0)).isNull();
    assertThat(heard.lines).isEmpty();
    assertThat(found(shared).start())
        .as("holds its core already")
        .isEqualTo(StartKind.WARMING_COLD);
  }

  @Test
  void theContainerIsOrderedToRunBeforeAnyoneElseHears() {
    give(A, "a1");

    assertThat(heard.lines).containsExactly("run a1 in 1 COLD", "started a1");
  }

  @Test
  void aStemCellThatIsTakenIsTheFunctionsAndThePolicyMayReplaceIt() {
    PooledContainer cell = stemCell();
    policy.stemCellTaken = List.of(new PoolAction.StartStemCells(NODE, 1));

    give(A, "a1");

    assertThat(cell.function()).isEqualTo(A);
    assertThat(heard.lines).containsExactly("run a1 in 1 STEM_CELL", "started a1", "start 2");
  }

  private Placement found(FunctionSpec function) {
    return requireNonNull(placer.claim(function, 0));
  }

  private void give(FunctionSpec function, String name) {
    placer.give(found(function), new PoolFixture.Call(name, function), 0);
  }

  private PooledContainer idle(FunctionSpec function, double rank) {
    PooledContainer container = state.add(function, State.WARM);
    idle.rank(container, rank);
    return container;
  }

  private PooledContainer stemCell() {
    PooledContainer cell = state.addStemCell(NODE);
    state.take(cell);
    cell.state = State.STEM_CELL;
    state.put(cell);
    return cell;
  }

  /** Orders and notices, in the order in which they came. */
  private static final class Heard implements ContainerDriver, PoolListener {

    final List<String> lines = new ArrayList<>();

    @Override
    public void startStemCell(ContainerId container, StemCell stemCell) {
      lines.add("start " + container.number());
    }

    @Override
    public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
      throw new AssertionError("prepared " + container);
    }

    @Override
    public void run(ContainerId container, Activation activation, StartKind start) {
      lines.add("run " + name(activation) + " in " + container.number() + " " + start);
    }

    @Override
    public void remove(ContainerId container) {
      lines.add("remove " + container.number());
    }

    @Override
    public void ready() {
      throw new AssertionError("asked for more");
    }

    @Override
    public void started(ContainerId container, Activation activation, StartKind start, long now) {
      lines.add("started " + name(activation));
    }

    @Override
    public void evicted(ContainerId container, IdleContainer idle, long now) {
      lines.add("evicted " + container.number());
    }

    @Override
    public void expired(ContainerId container, StemCell stemCell, long now) {
      lines.add("expired " + container.number());
    }

    private static String name(Activation activation) {
      return ((PoolFixture.Call) activation).name();
    }
  }
}
