/* SPDX-License-Identifier: Apache-2.0 */
package io.aquatope.replay;

import io.aquatope.pool.PoolListener;
import io.aquatope.pool.PoolPolicy;
import io.aquatope.replay.EventQueue.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * The loop of a replay. It handles one event after another until every activation has ended and the
 * recorded period is over.
 */
final class ReplayLoop {

  private static final int PROGRESS_EVERY = 1 << 14;

  private final ReplayWorkload workload;
  private final Ledger ledger;
  private final IntConsumer progress;
  private final ReplayFunctions functions;
  private final EventQueue queue = new EventQueue();
  private final ShardingPlacement placement;
  private final List<ReplayInvoker> invokers = new ArrayList<>();
  private int ended;

  /**
   * @param policies the policy of each invoker
   * @param listeners the listener to the pool of each invoker
   * @param progress receives from time to time the number of activations that have ended
   */
  ReplayLoop(
      ReplayWorkload workload,
      ReplayConfig config,
      Ledger ledger,
      IntFunction<? extends PoolPolicy> policies,
      IntFunction<? extends PoolListener> listeners,
      IntConsumer progress) {
    this.workload = workload;
    this.ledger = ledger;
    this.progress = progress;
    placement = new ShardingPlacement(workload.functions(), config);
    functions = new ReplayFunctions(workload);
    for (int i = 0; i < config.invokers(); i++) {
      invokers.add(
          new ReplayInvoker(
              i,
              workload,
              functions,
              config,
              queue,
              ledger,
              policies.apply(i),
              listeners.apply(i)));
    }
  }

  void run() {
    invokers.forEach(ReplayInvoker::begin);
    long end = workload.durationMicros();
    int arrivals = workload.arrivals();
    int next = 0;
    while (ended < workload.size() || (!queue.isEmpty() && queue.headMicros() <= end)) {
      if (next < arrivals && comesBeforeQueue(workload.arrivalMicros(next))) {
        arrive(workload.arrival(next), workload.arrivalMicros(next));
        next++;
      } else {
        queue.next();
        happen();
      }
    }
    ledger.advance(end);
    invokers.forEach(ReplayInvoker::checkConsistent);
  }

  private boolean comesBeforeQueue(long micros) {
    if (queue.isEmpty() || micros < queue.headMicros()) {
      return true;
    }
    return micros == queue.headMicros() && queue.headKind().compareTo(Kind.ARRIVED) >= 0;
  }

  private void happen() {
    long now = queue.timeMicros();
    if (queue.kind() == Kind.ARRIVED) {
      arrive(queue.activation(), now);
      return;
    }
    ledger.advance(now);
    int activation = queue.activation();
    boolean isEnd = queue.kind() == Kind.ENDED;
    if (isEnd) {
      placement.release(workload.functionIndex(activation), queue.invoker());
    }
    invokers.get(queue.invoker()).happened(queue.kind(), queue.container(), activation, now);
    if (isEnd) {
      end(activation, now);
    }
  }

  private void arrive(int number, long now) {
    ledger.advance(now);
    workload.arrived(number, now);
    int function = workload.functionIndex(number);
    ReplayActivation activation =
        new ReplayActivation(
            number, function, functions.get(function).spec(), workload.root(number), now);
    int invoker = placement.acquire(function);
    invokers.get(invoker).arrived(activation, now);
  }

  private void end(int activation, long now) {
    workload.ended(activation, now, this::follow);
    ended++;
    if (ended % PROGRESS_EVERY == 0) {
      progress.accept(ended);
    }
  }

  private void follow(int activation, long atMicros) {
    queue.add(atMicros, Kind.ARRIVED, 0, 0, activation);
  }
}
