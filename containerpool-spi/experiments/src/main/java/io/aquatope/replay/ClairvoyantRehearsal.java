/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.ContainerId;
import io.aquatope.pool.FunctionId;
import io.aquatope.pool.FunctionSpec;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.pool.StartKind;
import io.aquatope.trace.TraceFunction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out on one invoker what {@link ClairvoyantPolicy} has to know. In a replay where containers
 * start in no time, it keeps each idle container for as long as it would take to prepare another,
 * and notes which calls find none and which containers were kept in vain.
 */
final class ClairvoyantRehearsal implements PoolPolicy, PoolListener {

  /** A call that finds no container, at a time. */
  record Miss(long atMicros, FunctionSpec function) {}

  private final ReplayFunctions functions;
  private final ColdStart coldStart;
  private final List<Miss> misses = new ArrayList<>();
  private final Map<FunctionId, Deque<Long>> keptInVain = new HashMap<>();

  ClairvoyantRehearsal(ReplayFunctions functions, ColdStart coldStart) {
    this.functions = functions;
    this.coldStart = coldStart;
  }

  /** In order of time. */
  List<Miss> misses() {
    return misses;
  }

  /** For each function, when its containers became idle that were not used again in time. */
  Map<FunctionId, Deque<Long>> keptInVain() {
    return keptInVain;
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    return keepAliveMicros(container.function());
  }

  @Override
  public void started(FunctionSpec function, StartKind start, long nowMicros) {
    if (start.isCold()) {
      misses.add(new Miss(nowMicros, function));
    }
  }

  @Override
  public void release(ContainerId container, IdleContainer idle, long nowMicros) {
    FunctionSpec function = idle.function();
    keptInVain
        .computeIfAbsent(function.id(), id -> new ArrayDeque<>())
        .add(nowMicros - keepAliveMicros(function));
  }

  /**
   * How long an idle container is worth keeping: the time to prepare another one. At least 1 µs: a
   * call that comes at the very end of another one needs no new container.
   */
  static long keepAliveMicros(TraceFunction function, ColdStart coldStart) {
    return Math.max(1, coldStart.prepareMicros(function));
  }

  private long keepAliveMicros(FunctionSpec function) {
    return keepAliveMicros(functions.get(function.id()), coldStart);
  }
}
