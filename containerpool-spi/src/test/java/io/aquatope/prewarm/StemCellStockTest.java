/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.prewarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.aquatope.pool.Activation;
import io.aquatope.pool.ContainerDriver;
import io.aquatope.pool.ContainerId;
import io.aquatope.pool.CpuSlots;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.PoolAction.ExpireStemCells;
import io.aquatope.pool.PoolAction.TopUpStemCells;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.PreparationDepth;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import io.aquatope.pool.machine.ContainerPool;
import io.aquatope.pool.policy.PolicyRegistry;
import io.aquatope.pool.policy.PolicySettings;
import io.aquatope.pool.policy.StemCellSettings;
import io.aquatope.prewarm.start.FunctionStartTimes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StemCellStockTest {

  private static final long SECOND = 1_000_000;
  private static final long HOUR = 3600 * SECOND;
  private static final StemCell CELL = new StemCell("nodejs:20", 256);
  private static final FunctionSpec FUNCTION =
      new FunctionSpec(new FunctionId("ns", "f", "1"), CELL.kind(), CELL.memoryMb(), 1);

  private final ContainerDriver engine = new Engine();

  /** A pool in which OpenWhisk's rule has started so many stem cells. */
  private PoolView pool(int stemCells) {
    PolicySettings settings =
        new PolicySettings(
            Duration.ofMinutes(10),
            List.of(new StemCellSettings(CELL, stemCells)),
            Duration.ofMinutes(10),
            100);
    ContainerPool pool =
        new ContainerPool(
            65536,
            CpuSlots.OFF,
            PolicyRegistry.standard().parse("openwhisk").create(settings),
            engine,
            PoolListener.NONE);
    pool.start(0);
    for (int i = 1; i <= stemCells; i++) {
      pool.stemCellReady(new ContainerId(i), 0);
    }
    return pool.view();
  }

  private static StemCellStock stock(int configured) {
    return new StemCellStock(
        PrewarmSettings.DEFAULT,
        List.of(new StemCellSettings(CELL, configured)),
        FunctionStartTimes.expected());
  }

  /** As many cold starts as make one stem cell worth it. */
  private static void coldStarts(StemCellStock stock, long from) {
    for (long at = from; at < from + HOUR; at += 20 * SECOND) {
      stock.started(FUNCTION, StartKind.COLD, at);
    }
  }

  @Test
  void whatIsWorthItIsKept() {
    StemCellStock stock = stock(0);
    coldStarts(stock, 0);

    assertThat(stock.plan(pool(0), HOUR)).containsExactly(new TopUpStemCells(CELL, 1));
  }

  @Test
  void whatIsNoLongerWorthItGoes() {
    StemCellStock stock = stock(0);
    coldStarts(stock, 0);
    stock.plan(pool(0), HOUR);

    assertThat(stock.plan(pool(1), 6 * HOUR))
        .containsExactly(new ExpireStemCells(CELL, 6 * HOUR, 1));
  }

  @Test
  void thereAreNeverFewerThanConfigured() {
    StemCellStock stock = stock(4);
    coldStarts(stock, 0);

    assertThat(stock.plan(pool(4), HOUR)).containsExactly(new TopUpStemCells(CELL, 4));
    assertThat(stock.taken(CELL)).containsExactly(new TopUpStemCells(CELL, 4));
    assertThat(stock.plan(pool(4), 6 * HOUR)).isEmpty();
  }

  @Test
  void configuredOnesThatWereEvictedAreStartedAgain() {
    StemCellStock stock = stock(4);

    assertThat(stock.restore(pool(4))).isEmpty();
    assertThat(stock.restore(pool(1))).containsExactly(new TopUpStemCells(CELL, 4));
    assertThat(stock.plan(pool(1), HOUR)).containsExactly(new TopUpStemCells(CELL, 4));
  }

  private static final class Engine implements ContainerDriver {
    @Override
    public void startStemCell(ContainerId container, StemCell stemCell) {}

    @Override
    public void prepare(ContainerId container, FunctionSpec function, PreparationDepth depth) {}

    @Override
    public void run(ContainerId container, Activation activation, StartKind start) {}

    @Override
    public void remove(ContainerId container) {}

    @Override
    public void ready() {}
  }
}
