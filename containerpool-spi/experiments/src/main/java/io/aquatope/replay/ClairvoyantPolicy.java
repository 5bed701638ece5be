/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.FunctionId;
import io.aquatope.pool.IdleContainer;
import io.aquatope.pool.PoolAction;
import io.aquatope.pool.PoolPolicy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Policy that knows the trace: the lower bound for every policy.
 *
 * <p>Let L be the time to prepare a container of a function. For a call that would start cold, a
 * container is ordered L before the call arrives. A container that becomes idle and is needed again
 * within L is kept until then. Otherwise it is released at once, because preparing another one
 * wastes memory for L only. Containers that are needed again soonest are used first; the pool does
 * this by itself.
 *
 * <p>A {@linkplain ClairvoyantRehearsal rehearsal} finds the calls that would start cold: the same
 * trace through the same pools without start-up times. The bound therefore assumes that no call
 * waits. It is exact if memory is sufficient and the first calls leave the time L. If memory is
 * short, a call whose container does not fit starts cold, and the least recently used container is
 * evicted first.
 */
final class ClairvoyantPolicy implements PoolPolicy {

  private static final Deque<Long> NOTHING = new ArrayDeque<>(0);

  private final ReplayFunctions functions;
  private final ColdStart coldStart;
  private final Deque<ClairvoyantRehearsal.Miss> toPrepare;
  private final Map<FunctionId, Deque<Long>> keptInVain;

  private ClairvoyantPolicy(
      ClairvoyantRehearsal rehearsal, ReplayFunctions functions, ColdStart coldStart) {
    this.functions = functions;
    this.coldStart = coldStart;
    List<ClairvoyantRehearsal.Miss> orders = new ArrayList<>();
    for (ClairvoyantRehearsal.Miss miss : rehearsal.misses()) {
      long lead = coldStart.prepareMicros(functions.get(miss.function().id()));
      orders.add(
          new ClairvoyantRehearsal.Miss(Math.max(0, miss.atMicros() - lead), miss.function()));
    }
    orders.sort(Comparator.comparingLong(ClairvoyantRehearsal.Miss::atMicros));
    toPrepare = new ArrayDeque<>(orders);
    keptInVain = rehearsal.keptInVain();
  }

  /** The policies of all invokers of a cluster, after a rehearsal of the workload on it. */
  static List<ClairvoyantPolicy> rehearse(ReplayWorkload workload, ReplayConfig config) {
    ReplayFunctions functions = new ReplayFunctions(workload);
    List<ClairvoyantRehearsal> rehearsals =
        IntStream.range(0, config.invokers())
            .mapToObj(invoker -> new ClairvoyantRehearsal(functions, config.coldStart()))
            .toList();
    new ReplayLoop(
            workload,
            config.with(ColdStart.NONE),
            new Ledger(workload),
            rehearsals::get,
            rehearsals::get,
            ended -> {})
        .run();
    return rehearsals.stream()
        .map(rehearsal -> new ClairvoyantPolicy(rehearsal, functions, config.coldStart()))
        .toList();
  }

  @Override
  public long keepAliveMicros(IdleContainer container, long nowMicros) {
    FunctionId function = container.function().id();
    if (!container.isPrepared() && isInVain(function, nowMicros)) {
      return 0;
    }
    return ClairvoyantRehearsal.keepAliveMicros(functions.get(function), coldStart);
  }

  /** Whether the rehearsal kept in vain the container that became idle now. */
  private boolean isInVain(FunctionId function, long nowMicros) {
    Deque<Long> inVain = keptInVain.getOrDefault(function, NOTHING);
    while (!inVain.isEmpty() && inVain.getFirst() < nowMicros) {
      inVain.removeFirst();
    }
    if (inVain.isEmpty() || inVain.getFirst() > nowMicros) {
      return false;
    }
    inVain.removeFirst();
    return true;
  }

  @Override
  public List<PoolAction> initially(long nowMicros) {
    return plan(nowMicros);
  }

  @Override
  public long nextPlanMicros(long nowMicros) {
    return toPrepare.isEmpty() ? NEVER : toPrepare.getFirst().atMicros();
  }

  @Override
  public List<PoolAction> plan(long nowMicros) {
    List<PoolAction> due = new ArrayList<>();
    while (!toPrepare.isEmpty() && toPrepare.getFirst().atMicros() <= nowMicros) {
      due.add(new PoolAction.Prepare(toPrepare.removeFirst().function(), 1));
    }
    return due;
  }
}
