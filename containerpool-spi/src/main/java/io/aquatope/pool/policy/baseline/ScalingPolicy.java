/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.pool.policy.baseline;

import io.aquatope.pool.FunctionCount;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.PoolView;
import io.aquatope.pool.StartKind;
import io.aquatope.pool.policy.baseline.ScalingRule.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Prepares missing containers of a function and releases excess idle ones, at each tick of a {@link
 * ScalingRule}. Between ticks all idle containers stay. The state that a rule keeps for a function
 * is dropped when the function has had no call for a day and has no container.
 */
final class ScalingPolicy<S> implements PoolPolicy {

  private static final long FORGET_MICROS = TimeUnit.DAYS.toMicros(1);

  private final ScalingRule<S> rule;
  private final Map<FunctionId, Tracked<S>> functions = new BoundedMap<>();

  @SuppressWarnings("NullAway.Init") // set by attached, before all other events
  private PoolView pool;

  ScalingPolicy(ScalingRule<S> rule) {
    this.rule = rule;
  }

  @Override
  public void attached(PoolView view) {
    pool = view;
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    Tracked<S> tracked =
        functions.computeIfAbsent(
            function.id(),
            id -> new Tracked<>(new FunctionLoad(function), rule.newMemory(function)));
    tracked.load.started(nowMicros);
    tracked.lastCallMicros = nowMicros;
  }

  @Override
  public void startTook(FunctionSpec function, StartKind start, long delayMicros, long nowMicros) {
    rule.startTook(function, start, delayMicros);
  }

  @Override
  public void completed(FunctionSpec function, long nowMicros) {
    Tracked<S> tracked = functions.get(function.id());
    if (tracked != null) {
      tracked.load.completed(nowMicros);
    }
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return NEVER;
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return (nowMicros / rule.tickMicros() + 1) * rule.tickMicros();
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    List<Observed<S>> observed = new ArrayList<>(functions.size());
    for (Tracked<S> tracked : functions.values()) {
      FunctionSpec function = tracked.load.function;
      FunctionCount containers = pool.count(function.id());
      observed.add(
          new Observed<>(
              function,
              tracked.memory,
              tracked.load.tick(containers.busy(), nowMicros),
              containers));
    }
    functions.values().removeIf(tracked -> isForgotten(tracked, nowMicros));
    return actions(observed, rule.decide(observed, nowMicros));
  }

  private boolean isForgotten(Tracked<S> tracked, long nowMicros) {
    if (tracked.lastCallMicros >= nowMicros - FORGET_MICROS) {
      return false;
    }
    FunctionCount containers = pool.count(tracked.load.function.id());
    return containers.busy() + containers.ready() == 0;
  }

  /** Actions of a tick. Releases come first, as they may make room for the rest. */
  private static <S> List<PoolAction> actions(List<Observed<S>> functions, int[] wanted) {
    List<PoolAction> release = new ArrayList<>();
    List<PoolAction> prepare = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      FunctionSpec function = functions.get(i).function();
      FunctionCount containers = functions.get(i).containers();
      int missing = wanted[i] - containers.busy() - containers.ready();
      if (missing > 0) {
        prepare.add(new PoolAction.Prepare(function, missing));
      } else if (missing < 0) {
        release.add(new PoolAction.Release(function, -missing));
      }
    }
    release.addAll(prepare);
    return release;
  }

  private static final class Tracked<S> {
    private final FunctionLoad load;
    private final S memory;
    private long lastCallMicros;

    Tracked(FunctionLoad load, S memory) {
      this.load = load;
      this.memory = memory;
    }
  }
}
