/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.StemCellSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The pool decides as the naive one does: which container, what is evicted, what waits. */
class ScanPoolComparisonTest {

  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

  @Property(tries = 10_000)
  void makesTheSameChoiceAtEachStep(
      @ForAll long seed,
      @ForAll @IntRange(min = 4, max = 12) int memory,
      @ForAll @IntRange(max = 2) int small,
      @ForAll @IntRange(max = 1) int large) {
    long memoryMb = memory * 128L;
    Map<StemCell, Integer> stemCells = new LinkedHashMap<>();
    stemCells.put(new StemCell("nodejs:20", 128), small);
    stemCells.put(new StemCell("nodejs:20", 256), large);
    List<String> scanned = new ArrayList<>();
    ScanPool scan =
        new ScanPool(memoryMb, KEEP_ALIVE.toNanos() / 1000, stemCells, new ChoiceLog(scanned));
    SimulatedInvoker invoker = new SimulatedInvoker(seed, RandomLoad.FUNCTIONS);
    ContainerPool pool =
        new ContainerPool(
            memoryMb,
            CpuSlots.OFF,
            PolicyRegistry.standard().parse("openwhisk").create(settings(stemCells)),
            invoker,
            PoolListener.NONE);
    pool.start(0);
    scan.start();
    for (int i = 0; i < 100; i++) {
      PoolEvent event = invoker.next(pool.nextWakeUpMicros(), true);
      event.happenTo(pool);
      event.happenTo(scan);
      assertThat(choices(invoker)).as("after %s", event).isEqualTo(scanned);
      assertThat(pool.view().usedMb()).isEqualTo(scan.usedMb());
      assertThat(pool.nextWakeUpMicros()).isEqualTo(scan.nextWakeUpMicros());
      invoker.log().clear();
      scanned.clear();
    }
  }

  private static PolicySettings settings(Map<StemCell, Integer> stemCells) {
    return PolicySettings.DEFAULT
        .withKeepAlive(KEEP_ALIVE)
        .withStemCells(
            stemCells.entrySet().stream()
                .map(e -> new StemCellSettings(e.getKey(), e.getValue()))
                .toList());
  }

  private static List<String> choices(SimulatedInvoker invoker) {
    return invoker.log().stream().filter(line -> !line.equals("ready")).toList();
  }

  /** Writes choices down as {@link SimulatedInvoker} does. */
  private record ChoiceLog(List<String> lines) implements ContainerDriver {

    @Override
    public void startStemCell(ContainerId container, StemCell stemCell) {
      lines.add("start " + container.number() + " " + stemCell);
    }

    @Override
    public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {
      throw new IllegalStateException("nothing is prepared under this policy");
    }

    @Override
    public void run(ContainerId container, Activation activation, StartKind start) {
      long call = ((SimulatedInvoker.Call) activation).number();
      lines.add("run " + call + " in " + container.number() + " " + start);
    }

    @Override
    public void remove(ContainerId container) {
      lines.add("remove " + container.number());
    }

    @Override
    public void ready() {}
  }
}
