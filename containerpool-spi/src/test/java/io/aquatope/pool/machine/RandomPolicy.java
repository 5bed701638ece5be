/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.machine;

import io.aquatope.pool.Activation;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.StemCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Asks for anything at any time, within the contract of policies, until it is told to stop. */
class RandomPolicy implements PoolPolicy {

  private final SplittableRandom random;
  private final List<FunctionSpec> functions;

  /** What was last answered for each idle container. */
  final Map<IdleContainer, Double> ranks = new HashMap<>();

  final Map<IdleContainer, Long> deadlines = new HashMap<>();
  private final boolean evictsStemCells;
  private boolean stopped;

  RandomPolicy(long seed) {
    this(seed, RandomLoad.FUNCTIONS);
  }

  RandomPolicy(long seed, List<FunctionSpec> functions) {
    this.functions = functions;
    this.random = new SplittableRandom(seed);
    this.evictsStemCells = random.nextBoolean();
  }

  void stop() {
    stopped = true;
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    long keepAlive =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> NEVER;
          default -> random.nextLong(10_000_000);
        };
    deadlines.put(container, keepAlive == NEVER ? NEVER : nowMicros + keepAlive);
    return keepAlive;
  }

  @Override
  public double evictionRank(IdleContainer container, long nowMicros) {
    double rank = random.nextInt(10);
    ranks.put(container, rank);
    return rank;
  }

  @Override
  public boolean evictsStemCells() {
    return evictsStemCells;
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    return actions();
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return nowMicros + 1 + random.nextLong(5_000_000);
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    return actions();
  }

  @Override
  public List<PoolAction> followUp(
      Activation activation, @Nullable StartKind start, long nowMicros) {
    return actions();
  }

  @Override
  public List<PoolAction> stemCellTaken(StemCell stemCell, long nowMicros) {
    return actions();
  }

  @Override
  public List<PoolAction> backfill(long nowMicros) {
    return actions();
  }

  private List<PoolAction> actions() {
    List<PoolAction> actions = new ArrayList<>();
    for (int i = stopped ? 0 : random.nextInt(3); i > 0; i--) {
      FunctionSpec function = functions.get(random.nextInt(functions.size()));
      actions.add(
          switch (random.nextInt(5)) {
            case 0 -> new PoolAction.StartStemCells(function.stemCell(), random.nextInt(3));
            case 1 -> new PoolAction.TopUpStemCells(function.stemCell(), random.nextInt(3));
            case 2 -> new PoolAction.ExpireStemCells(function.stemCell(), NEVER, 1);
            case 3 -> new PoolAction.Prepare(function, random.nextInt(3));
            default -> new PoolAction.Release(function, random.nextInt(3));
          });
    }
    return actions;
  }
}
